#!/usr/bin/env bash
# Makes the cluster management, by the command line of NKP 2.18.0: a cluster that manages itself is not made by its file.
set -euo pipefail

if [[ -z "${NUTANIX_USER:+set}" || -z "${NUTANIX_PASSWORD:+set}" ]]; then
  echo 'Set NUTANIX_USER and NUTANIX_PASSWORD: the account that makes machines in Prism Central.' >&2
  exit 1
fi
export NUTANIX_USER NUTANIX_PASSWORD

nkp create cluster nutanix \
  --cluster-name='management' \
  --namespace='kommander' \
  --endpoint='https://pc.msp.example:9440' \
  --kubernetes-version='1.35.2' \
  --vm-image='nkp-rocky-9.6-release' \
  --control-plane-endpoint-ip='10.40.7.10' \
  --control-plane-endpoint-port=6443 \
  --kubernetes-service-load-balancer-ip-range='10.40.7.20-10.40.7.27' \
  --kubernetes-pod-network-cidr='192.168.0.0/16' \
  --kubernetes-service-cidr='10.96.0.0/12' \
  --csi-storage-container='msp-tenants' \
  --control-plane-replicas=3 \
  --control-plane-vcpus=4 \
  --control-plane-cores-per-vcpu=1 \
  --control-plane-memory=16 \
  --control-plane-disk-size=80 \
  --control-plane-prism-element-cluster='pe-msp-01' \
  --control-plane-subnets='vlan-740' \
  --control-plane-pc-project='_internal' \
  --worker-replicas=5 \
  --worker-vcpus=8 \
  --worker-cores-per-vcpu=1 \
  --worker-memory=32 \
  --worker-disk-size=80 \
  --worker-prism-element-cluster='pe-msp-01' \
  --worker-subnets='vlan-740' \
  --worker-pc-project='_internal' \
  --onboard-to-prism-central='true' \
  --self-managed \
  "$@"
