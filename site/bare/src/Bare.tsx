export default function Bare() {
  return <h1>React and nothing else</h1>;
}
