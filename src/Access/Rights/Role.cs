using Granary.Access.Contracts;

namespace Granary.Access.Rights;

/// <summary>Permissions with their reach, and how each class of data is shown.</summary>
/// <param name="Shipped">Came with Granary: may be changed, not deleted.</param>
internal sealed record Role(
    string Id, string NameZh, string NameEn, bool Shipped, IReadOnlyDictionary<string, Reach> Grants, IReadOnlyDictionary<DataClass, FieldSight> Fields)
{
    public const string Administrator = "administrator";

    /// <summary>The roles of a rural credit union, as a reasoned start: managers see their own customers, the machine room sees no customer, nobody but an auditor reads the trail.</summary>
    public static IReadOnlyList<Role> Defaults { get; } =
    [
        new("customer-manager", "客户经理", "Customer manager", true,
            Of((Permission.CustomersRead, Reach.Own), (Permission.CustomersReveal, Reach.Own), (Permission.CustomersEdit, Reach.Own), (Permission.CustomersClaim, Reach.Unit), (Permission.ConsentsEdit, Reach.Own), (Permission.DocumentsRead, Reach.Own), (Permission.DocumentsEdit, Reach.Own),
                (Permission.CustomersTag, Reach.Own), (Permission.SegmentsEdit, Reach.Own), (Permission.ProspectsEdit, Reach.Own),
                (Permission.WorkEdit, Reach.Own), (Permission.CalendarRead, Reach.Own), (Permission.CalendarEdit, Reach.Own), (Permission.DashboardsRead, Reach.Own),
                (Permission.ProductsRead, Reach.Province), (Permission.KnowledgeRead, Reach.Province), (Permission.OpportunitiesEdit, Reach.Own), (Permission.CampaignsRead, Reach.Own),
                (Permission.QuestionnairesRead, Reach.Entity), (Permission.AnswersAsk, Reach.Own), (Permission.AnswersRead, Reach.Own),
                (Permission.OrganisationRead, Reach.Province)),
            Shown(FieldSight.Clear, FieldSight.Masked, FieldSight.Masked)),
        new("outlet-head", "网点负责人", "Outlet head", true,
            Of((Permission.CustomersRead, Reach.Unit), (Permission.CustomersReveal, Reach.Unit), (Permission.CustomersEdit, Reach.Unit), (Permission.CustomersExport, Reach.Unit), (Permission.CustomersAllocate, Reach.Unit), (Permission.CustomersClaim, Reach.Unit),
                (Permission.ConsentsEdit, Reach.Unit), (Permission.DocumentsRead, Reach.Unit), (Permission.DocumentsEdit, Reach.Unit), (Permission.CustomersTag, Reach.Unit), (Permission.SegmentsEdit, Reach.Unit), (Permission.ProspectsEdit, Reach.Unit), (Permission.ImportsEdit, Reach.Unit),
                (Permission.WorkEdit, Reach.Unit), (Permission.CalendarRead, Reach.Unit), (Permission.CalendarEdit, Reach.Own), (Permission.WorkAssign, Reach.Unit), (Permission.WorkReview, Reach.Unit), (Permission.DashboardsRead, Reach.Unit),
                (Permission.ProductsRead, Reach.Province), (Permission.KnowledgeRead, Reach.Province), (Permission.OpportunitiesEdit, Reach.Unit), (Permission.CampaignsRead, Reach.Unit),
                (Permission.QuestionnairesRead, Reach.Entity), (Permission.AnswersAsk, Reach.Unit), (Permission.AnswersRead, Reach.Unit), (Permission.AnswersDecide, Reach.Unit),
                (Permission.OrganisationRead, Reach.Province), (Permission.UsersRead, Reach.Unit), (Permission.ApprovalsDecide, Reach.Unit)),
            Shown(FieldSight.Clear, FieldSight.Masked, FieldSight.Masked)),
        new("marketing", "营销岗", "Marketing", true,
            Of((Permission.CustomersRead, Reach.Entity), (Permission.CustomersExport, Reach.Entity), (Permission.ConsentsWord, Reach.Entity),
                (Permission.CustomersTag, Reach.Entity), (Permission.SegmentsEdit, Reach.Entity), (Permission.ProspectsEdit, Reach.Entity), (Permission.ImportsEdit, Reach.Entity), (Permission.PoliciesEdit, Reach.Entity),
                (Permission.WorkEdit, Reach.Entity), (Permission.CalendarRead, Reach.Own), (Permission.CalendarEdit, Reach.Own), (Permission.WorkAssign, Reach.Entity), (Permission.DashboardsRead, Reach.Entity),
                (Permission.ProductsRead, Reach.Province), (Permission.ProductsEdit, Reach.Entity), (Permission.KnowledgeRead, Reach.Province), (Permission.KnowledgeEdit, Reach.Entity),
                (Permission.OpportunitiesEdit, Reach.Entity), (Permission.PipelinesEdit, Reach.Entity), (Permission.CampaignsRead, Reach.Entity), (Permission.CampaignsEdit, Reach.Entity),
                (Permission.QuestionnairesRead, Reach.Entity), (Permission.QuestionnairesEdit, Reach.Entity), (Permission.AnswersAsk, Reach.Entity), (Permission.AnswersRead, Reach.Entity),
                (Permission.OrganisationRead, Reach.Province)),
            Shown(FieldSight.Clear, FieldSight.Masked, FieldSight.Hidden)),
        new("data-steward", "数据管理员", "Data steward", true,
            Of((Permission.CustomersRead, Reach.Province), (Permission.CustomersReveal, Reach.Province), (Permission.RecordsSplit, Reach.Province), (Permission.ModelsEdit, Reach.Province), (Permission.DashboardsRead, Reach.Province), (Permission.ChangesRead, Reach.Province),
                (Permission.SystemsRead, Reach.Province), (Permission.MessagesRead, Reach.Province), (Permission.OrganisationRead, Reach.Province)),
            Shown(FieldSight.Clear, FieldSight.Masked, FieldSight.Masked)),
        new("auditor", "审计员", "Auditor", true,
            Of((Permission.AuditRead, Reach.Province), (Permission.AuditExport, Reach.Province), (Permission.UsersRead, Reach.Province), (Permission.UsersExport, Reach.Province),
                (Permission.RolesRead, Reach.Province), (Permission.OrganisationRead, Reach.Province)),
            Shown(FieldSight.Masked, FieldSight.Masked, FieldSight.Hidden)),
        new("operator", "运维员", "Operator", true,
            Of((Permission.SystemsRead, Reach.Province), (Permission.MessagesRead, Reach.Province), (Permission.ChangesRead, Reach.Province),
                (Permission.DeliveriesDecide, Reach.Province), (Permission.DayClose, Reach.Province)),
            Shown(FieldSight.Masked, FieldSight.Hidden, FieldSight.Hidden)),
        new(Administrator, "系统管理员", "Administrator", true,
            Of((Permission.OrganisationRead, Reach.Province), (Permission.OrganisationEdit, Reach.Province), (Permission.UsersRead, Reach.Province), (Permission.UsersEdit, Reach.Province), (Permission.UsersExport, Reach.Province),
                (Permission.RolesRead, Reach.Province), (Permission.RolesEdit, Reach.Province), (Permission.ApprovalsDecide, Reach.Province), (Permission.KeysEdit, Reach.Province)),
            Shown(FieldSight.Masked, FieldSight.Hidden, FieldSight.Hidden)),
    ];

    /// <summary>What only a demo has: its buttons, which make the simulated bank do something.</summary>
    public static Role Demonstration { get; } = new(
        "demonstration", "演示操作", "Demonstration", true, Of((Permission.DemoDrive, Reach.Province)), Shown(FieldSight.Hidden, FieldSight.Hidden, FieldSight.Hidden));

    private static Dictionary<string, Reach> Of(params (string Permission, Reach Reach)[] grants) => grants.ToDictionary(g => g.Permission, g => g.Reach, StringComparer.Ordinal);

    private static Dictionary<DataClass, FieldSight> Shown(FieldSight c1, FieldSight c2, FieldSight c3) =>
        new() { [DataClass.C1] = c1, [DataClass.C2] = c2, [DataClass.C3] = c3 };
}
