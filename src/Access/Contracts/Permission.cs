using System.Text.Json.Serialization;

namespace Granary.Access.Contracts;

/// <summary>A verb on a resource. Roles are made of these; every route asks for one of them, or says that it asks for none.</summary>
public static class Permission
{
    public const string CustomersRead = "customers.read";
    public const string CustomersReveal = "customers.reveal";
    public const string CustomersExport = "customers.export";
    public const string CustomersEdit = "customers.edit";
    public const string CustomersAllocate = "customers.allocate";

    /// <summary>Taking customers out of the public pool, and giving one's own back to it.</summary>
    public const string CustomersClaim = "customers.claim";

    /// <summary>Writing down that a customer consented, or does no longer.</summary>
    public const string ConsentsEdit = "consents.edit";

    /// <summary>Publishing what is read to customers before they consent.</summary>
    public const string ConsentsWord = "consents.word";
    /// <summary>Tasks, visits, calls and the own daily report: to see and to do them.</summary>
    public const string WorkEdit = "work.edit";

    /// <summary>Giving tasks to others, and the plans they come from.</summary>
    public const string WorkAssign = "work.assign";

    /// <summary>Reading and answering the daily reports of others.</summary>
    public const string WorkReview = "work.review";
    public const string DashboardsRead = "dashboards.read";

    /// <summary>The calendars of others, within the reach; one's own, and what one is invited to, is seen with it at any reach.</summary>
    public const string CalendarRead = "calendar.read";
    public const string CalendarEdit = "calendar.edit";

    /// <summary>Opening files about customers. Copies of identity documents show in clear what is masked elsewhere, so it is a right of its own, and every opening is audited.</summary>
    public const string DocumentsRead = "documents.read";
    public const string DocumentsEdit = "documents.edit";
    public const string CustomersTag = "customers.tag";
    public const string SegmentsEdit = "segments.edit";
    public const string ProspectsEdit = "prospects.edit";

    /// <summary>Bringing many lines in from a file. Of what, the kind of the import asks for besides.</summary>
    public const string ImportsEdit = "imports.edit";

    /// <summary>How a legal entity ranks its customers and of what it is warned.</summary>
    public const string PoliciesEdit = "policies.edit";

    /// <summary>The catalogue of products and the knowledge base, as far as they are published.</summary>
    public const string ProductsRead = "products.read";
    public const string ProductsEdit = "products.edit";
    public const string KnowledgeRead = "knowledge.read";
    public const string KnowledgeEdit = "knowledge.edit";

    /// <summary>Opportunities: to see and to work on them.</summary>
    public const string OpportunitiesEdit = "opportunities.edit";

    /// <summary>Pipelines with their stages, and the rules that open opportunities.</summary>
    public const string PipelinesEdit = "pipelines.edit";
    public const string CampaignsRead = "campaigns.read";

    /// <summary>Planning campaigns, and starting, pausing and stopping what a second person approved.</summary>
    public const string CampaignsEdit = "campaigns.edit";
    public const string QuestionnairesRead = "questionnaires.read";
    public const string QuestionnairesEdit = "questionnaires.edit";

    /// <summary>Asking customers: links and QR codes, and questionnaires filled in together.</summary>
    public const string AnswersAsk = "answers.ask";

    /// <summary>What was answered, and what comes of it in sums.</summary>
    public const string AnswersRead = "answers.read";

    /// <summary>Deciding whether what somebody answered changes what is known of them.</summary>
    public const string AnswersDecide = "answers.decide";

    /// <summary>Saying who is who: suspects, merging and splitting. A second person agrees, who is asked for their password.</summary>
    public const string RecordsSplit = "records.split";

    /// <summary>Versions of the match model: learning, comparing, and proposing that one decides.</summary>
    public const string ModelsEdit = "models.edit";
    public const string SystemsRead = "systems.read";
    public const string MessagesRead = "messages.read";
    public const string ChangesRead = "changes.read";

    /// <summary>What every system is to hold, of every customer, in clear: for the replay's comparison, never in a role.</summary>
    public const string ProjectionsRead = "projections.read";
    public const string DeliveriesDecide = "deliveries.decide";
    public const string DayClose = "day.close";
    public const string OrganisationRead = "organisation.read";
    public const string OrganisationEdit = "organisation.edit";
    public const string UsersRead = "users.read";
    public const string UsersEdit = "users.edit";
    public const string UsersExport = "users.export";
    public const string RolesRead = "roles.read";
    public const string RolesEdit = "roles.edit";
    public const string ApprovalsDecide = "approvals.decide";
    public const string AuditRead = "audit.read";
    public const string AuditExport = "audit.export";
    public const string KeysEdit = "keys.edit";
    public const string DemoDrive = "demo.drive";

    /// <summary>All of them, in the order in which a page lists them.</summary>
    public static IReadOnlyList<PermissionInfo> All { get; } =
    [
        new(CustomersRead, Rows: true),
        new(CustomersReveal, Rows: true),
        new(CustomersExport, Rows: true),
        new(CustomersEdit, Rows: true),
        new(CustomersAllocate, Rows: true),
        new(CustomersClaim, Rows: true),
        new(ConsentsEdit, Rows: true),
        new(ConsentsWord, Rows: true),
        new(WorkEdit, Rows: true),
        new(WorkAssign, Rows: true),
        new(WorkReview, Rows: true),
        new(DashboardsRead, Rows: true),
        new(CalendarRead, Rows: true),
        new(CalendarEdit, Rows: true),
        new(DocumentsRead, Rows: true),
        new(DocumentsEdit, Rows: true),
        new(CustomersTag, Rows: true),
        new(SegmentsEdit, Rows: true),
        new(ProspectsEdit, Rows: true),
        new(ImportsEdit, Rows: true),
        new(PoliciesEdit, Rows: true),
        new(ProductsRead),
        new(ProductsEdit, Rows: true),
        new(KnowledgeRead),
        new(KnowledgeEdit, Rows: true),
        new(OpportunitiesEdit, Rows: true),
        new(PipelinesEdit, Rows: true),
        new(CampaignsRead, Rows: true),
        new(CampaignsEdit, Rows: true),
        new(QuestionnairesRead, Rows: true),
        new(QuestionnairesEdit, Rows: true),
        new(AnswersAsk, Rows: true),
        new(AnswersRead, Rows: true),
        new(AnswersDecide, Rows: true),
        new(RecordsSplit, Rows: true),
        new(ModelsEdit, StepUp: true),
        new(SystemsRead),
        new(MessagesRead, Rows: true),
        new(ChangesRead, Rows: true),
        new(ProjectionsRead),
        new(DeliveriesDecide),
        new(DayClose),
        new(OrganisationRead),
        new(OrganisationEdit, Rows: true, StepUp: true),
        new(UsersRead, Rows: true),
        new(UsersEdit, Rows: true, StepUp: true),
        new(UsersExport, Rows: true),
        new(RolesRead),
        new(RolesEdit, StepUp: true),
        new(ApprovalsDecide, Rows: true, StepUp: true),
        new(AuditRead, Rows: true),
        new(AuditExport, Rows: true),
        new(KeysEdit, StepUp: true),
        new(DemoDrive),
    ];
}

/// <param name="Rows">Whether it matters whose rows: a grant then has a reach that is narrower than the province.</param>
/// <param name="StepUp">Whether the act asks for the password or a code again, if that was more than a few minutes ago.</param>
public sealed record PermissionInfo(string Name, bool Rows = false, bool StepUp = false);

/// <summary>Whose rows a grant speaks of, seen from the post that carries it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Reach>))]
public enum Reach
{
    /// <summary>What is managed by the person.</summary>
    Own,

    /// <summary>The post's unit and all below it.</summary>
    Unit,

    /// <summary>The legal entity that the post's unit belongs to; of a post above them all, those below it.</summary>
    Entity,

    /// <summary>Everything.</summary>
    Province,
}
