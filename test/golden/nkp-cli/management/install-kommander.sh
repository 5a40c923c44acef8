#!/usr/bin/env bash
# Installs Kommander on the cluster management, with the applications that kommander.yaml names.
# Run it where create-cluster.sh was run: the cluster's kubeconfig is there.
set -euo pipefail

folder="$(dirname -- "${BASH_SOURCE[0]}")"
nkp install kommander \
  --installer-config="${folder}/kommander.yaml" \
  --kubeconfig='management.conf' \
  "$@"
