export interface Config {
  mcpRegistry?: {
    access?: {
      /**
       * Entity refs of the groups and users who may see and do everything.
       * Default: group:default/platform-engineering. An empty list: nobody.
       */
      platformAdmins?: string[];
    };
  };
  mcpCost?: {
    access?: {
      /**
       * Entity refs of the groups and users who may see the usage and cost of
       * all teams, such as those of finance, besides platform admins.
       */
      readers?: string[];
    };
  };
}
