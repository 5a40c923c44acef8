#!/usr/bin/env bash
# Checks a fleet in CI: action.yml and templates/gitlab-ci.yml both call this.
#
#   check.sh FORMAT=FILE…    writes each report beside the text that it prints
#
# What is checked comes from the environment, so that no value is ever read as shell:
#   NKP_FLEET       fleet file (default fleet.yaml)
#   NKP_AGAINST     files and folders of clusters, one a line (default clusters)
#   NKP_POLICY, NKP_PRICES, NKP_PRICE_LIST, NKP_BASELINE    files
#   NKP_MODEL, NKP_ON, NKP_FAIL_ON    as nkp-planner check takes them
#   NKP_SET         assumptions, KEY=VALUE, one a line
#   NKP_SUMMARY     file to append a summary in Markdown to
#
# Ends as the program does: 0 nothing found, 1 findings, 2 bad input, 70 a mistake of the program; 127 where it is missing.
set -euo pipefail

program=nkp-planner
if ! command -v "$program" >/dev/null; then
  echo "$program is not on the PATH, so that nothing was checked: npm install --global $program" >&2
  exit 127
fi

refuse() {
  echo "$1, so that nothing was checked" >&2
  exit 2
}

arguments=(check)
# A value that looks like a flag could turn the check into something else, such as help, which always passes.
add() {
  case "$2" in
    "") ;;
    -*) refuse "$2 is no value of ${1#--}" ;;
    *) arguments+=("$1" "$2") ;;
  esac
}
add_lines() {
  local line
  while IFS= read -r line || [ -n "$line" ]; do
    line="${line#"${line%%[![:space:]]*}"}"
    add "$1" "${line%"${line##*[![:space:]]}"}"
  done <<<"$2"
}

fleet="${NKP_FLEET:-fleet.yaml}"
case "$fleet" in -*) refuse "$fleet is no fleet file" ;; esac
arguments+=("$fleet")
add_lines --against "${NKP_AGAINST:-clusters}"
add --policy "${NKP_POLICY:-}"
add --prices "${NKP_PRICES:-}"
add --price-list "${NKP_PRICE_LIST:-}"
add --baseline "${NKP_BASELINE:-}"
add --model "${NKP_MODEL:-}"
add --on "${NKP_ON:-}"
add --fail-on "${NKP_FAIL_ON:-}"
add_lines --set "${NKP_SET:-}"

for report in "$@"; do
  if [ "${report%%=*}" = "$report" ] || [ -z "${report#*=}" ]; then refuse "$report is no FORMAT=FILE"; fi
  # What an earlier run left there says nothing of this one.
  rm -f -- "${report#*=}"
  arguments+=(--report "$report")
done
if [ -n "${NKP_SUMMARY:-}" ]; then arguments+=(--summary "$NKP_SUMMARY"); fi
"$program" "${arguments[@]}"
