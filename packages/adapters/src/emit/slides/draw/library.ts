import type Types from "pptxgenjs";

/** The library's class, as its types declare it. */
export type Library = typeof Types.default;
export type LibraryFile = InstanceType<Library>;
export type LibrarySlide = ReturnType<LibraryFile["addSlide"]>;

/**
 * The library that writes presentations, loaded when it is first needed. Its types say CommonJS, where the class stands
 * one `default` deeper than in the module that Node and bundlers load.
 */
export async function loadLibrary(): Promise<Library> {
  const { default: loaded } = await import("pptxgenjs");
  return "default" in loaded ? loaded.default : (loaded as unknown as Library);
}
