/** To whom a row of the vendor's feature matrix is worth something, and what: a judgement of this project, no fact of the vendor's. */
export const FEATURE_WORTH: Readonly<Record<string, string>> = {
  multiClusterFleet: "whoever runs more than a few clusters: one place for versions, health and alerts",
  attachClusters: "takeovers: clusters that a customer already has come under the same management",
  workspacesAndProjects: "teams and customers with rights, quotas and settings of their own across clusters",
  platformApplications: "operators who roll out one set of platform services to many clusters at once",
  prometheus: "teams without monitoring of their own: metrics and alerts from the first day",
  logging: "teams without a log service of their own, and whoever must keep logs",
  backupVelero: "tenants who were promised backups of applications, without another product",
  gitOpsContinuousDeployment: "teams who deploy from Git and want to see it in the same console",
  fluxAsApplication: "operators who want GitOps installed and upgraded with the platform",
  customImages: "tenants who need hardened or certified node images",
  nkpRbac: "providers whose staff and tenants need rights across clusters, not in each",
  insights: "small teams: what is misconfigured or at risk is found for them",
  openCost: "whoever charges by use within a cluster, or shows costs to teams",
};
