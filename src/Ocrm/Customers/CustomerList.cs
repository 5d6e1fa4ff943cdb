using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Ecif.Contracts;
using Granary.Ocrm.Asking;
using Granary.Ocrm.Care;
using Granary.Ocrm.Ownership;
using Granary.Ocrm.Pool;
using Granary.Ocrm.Segments;
using Granary.Ocrm.Work;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Customers;

/// <summary>The list of customers: what its columns are, how sensitive, and which index serves which question.</summary>
internal static class CustomerList
{
    private static IReadOnlyList<string> AssistantColumns { get; } = ["o.assistant", "o.second_assistant"];

    /// <summary>Who reads a customer.</summary>
    public static SightColumns Sight { get; } = new("c.entity", "c.unit", "o.manager", "c.place") { FewOfManager = true, Besides = [.. AssistantColumns, "o.former"] };

    /// <summary>Who acts on a customer: not who gave them away and only reads on.</summary>
    public static SightColumns OwnSight { get; } = Sight with { Besides = AssistantColumns };

    public static ListDefinition Definition { get; } = new(
        "customers", OwnerRow.Customers, "c.id", Sight, Permission.CustomersRead,
        [
            new("number", ColumnKind.Text, "c.number") { Title = "客户编号", Width = 140, Narrow = Keyed(CustomerTokens.Number), Filters = [FilterOp.Eq, FilterOp.In] },
            new("name", ColumnKind.Text, "c.name", DataClass.C1) { Title = "客户名称", Width = 180, SortBy = "c.name_key", Mask = Masked.Name, Narrow = Named },
            new("kind", ColumnKind.Code, "c.kind", DataClass.C1) { Title = "类型", Width = 90, Mask = Shown, Options = ["person", "organisation"] },
            new("document", ColumnKind.Text, "c.document", DataClass.C3)
            {
                Title = "证件号码", Width = 180, Mask = Masked.Number, Narrow = Keyed(CustomerTokens.Document), Filters = [FilterOp.Eq, FilterOp.Empty, FilterOp.NotEmpty],
            },
            new("mobile", ColumnKind.Text, "c.mobile", DataClass.C2)
            {
                Title = "手机号码", Width = 130, Mask = Masked.Phone, Narrow = Keyed(CustomerTokens.Phone), Filters = [FilterOp.Eq, FilterOp.Starts, FilterOp.Empty, FilterOp.NotEmpty],
            },
            new("region", ColumnKind.Code, "c.region", DataClass.C1) { Title = "地区", Width = 100, Mask = Shown, Default = false },
            new("entity", ColumnKind.Code, "c.entity", DataClass.C1) { Title = "法人机构", Width = 180, Mask = Shown, Default = false, Names = WorkNames.Units },
            new("unit", ColumnKind.Code, "c.unit", DataClass.C1) { Title = "网点", Width = 180, Mask = Shown, Names = WorkNames.Units },
            new("manager", ColumnKind.Code, "o.manager", DataClass.C1) { Title = "客户经理", Width = 110, Mask = Shown, Names = WorkNames.People },
            new("assistants", ColumnKind.Code, "CASE WHEN o.second_assistant = '' THEN o.assistant ELSE o.assistant || ',' || o.second_assistant END", DataClass.C1)
            {
                Title = "协办经理", Width = 130, Many = true, Mask = Shown, Names = WorkNames.People, Default = false, Filters = [FilterOp.Eq, FilterOp.Empty, FilterOp.NotEmpty], Where = AssistedBy,
            },
            new("place", ColumnKind.Code, "c.place", DataClass.C1) { Title = "村", Width = 130, Mask = Shown, Default = false, Names = PlaceNames },
            new("tier", ColumnKind.Code, "c.tier", DataClass.C1) { Title = "客户等级", Width = 90, Options = Policy.TierNames },
            new("deposits", ColumnKind.Money, "c.deposits", DataClass.C1) { Title = "存款", Width = 130, SortBy = "c.deposits" },
            new("loans", ColumnKind.Money, "c.loans", DataClass.C1) { Title = "贷款", Width = 130 },
            new("wealth", ColumnKind.Money, "c.wealth", DataClass.C1) { Title = "理财", Width = 130, Default = false },
            new("lastContact", ColumnKind.Time, "c.last_contact", DataClass.C1) { Title = "上次联系", Width = 120, Default = false },
            new("systems", ColumnKind.Code, "c.systems") { Title = "系统", Width = 190, Many = true, Filters = [FilterOp.Eq, FilterOp.In, FilterOp.Ne] },
            new("main", ColumnKind.Bool, "c.main") { Title = "首个法人", Width = 90, Default = false },
            new("status", ColumnKind.Code, "c.status") { Title = "状态", Width = 90, Default = false, Options = ["active", "closed"] },
            new("openedAt", ColumnKind.Time, "c.opened_at") { Title = "建立时间", Width = 120, SortBy = "c.opened_at", Default = false },
            new("changedAt", ColumnKind.Time, "c.changed_at") { Title = "变更时间", Width = 120, SortBy = "c.changed_at" },
            .. SegmentColumns.All,
        ],
        [new ListSort("changedAt", Descending: true)])
    {
        ExportPermission = Permission.CustomersExport,
        Version = OwnerRow.Version,
        Actions =
        [
            new ListAction("allocate", Permission.CustomersAllocate, AllocateCustomers.RunAsync),
            new ListAction("distribute", Permission.CustomersAllocate, DistributeCustomers.RunAsync),
            new ListAction("give-tasks", Permission.WorkAssign, StartPlan.GiveAsync),
            new ListAction("tag", Permission.CustomersTag, TagCustomers.TagAsync),
            new ListAction("follow", Permission.CustomersRead, FollowCustomers.FollowAsync),
            new ListAction("join", Permission.SegmentsEdit, SegmentMembers.JoinAsync),
            new ListAction("leave", Permission.SegmentsEdit, SegmentMembers.LeaveAsync),
            new ListAction("untag", Permission.CustomersTag, TagCustomers.UntagAsync),
            new ListAction("unfollow", Permission.CustomersRead, FollowCustomers.UnfollowAsync),
            new ListAction("start-plan", Permission.WorkAssign, StartPlan.RunAsync),
            new ListAction("assist", Permission.CustomersAllocate, AssistCustomers.AssistAsync),
            new ListAction("unassist", Permission.CustomersAllocate, AssistCustomers.UnassistAsync),
            new ListAction("ask", Permission.AnswersAsk, AskCustomers.RunAsync),
            new ListAction("return", Permission.CustomersClaim, ReturnCustomers.RunAsync),
        ],
        Edit = new ListEdit(Permission.CustomersAllocate, ["manager"], AllocateCustomers.EditAsync),
    };

    // Where a customer belongs is said by codes that tell nothing when half of them is missing: who sees C1 masked sees them whole.
    private static string Shown(string code) => code;

    private static Func<FilterOp, string, SqlText, string?> Keyed(Func<string, string> token) =>
        (op, text, sql) => op == FilterOp.Eq ? HasToken(token(text), sql) : null;

    private static string? Named(FilterOp op, string text, SqlText sql) => op switch
    {
        FilterOp.Eq => HasToken(CustomerTokens.WholeName(text), sql),
        FilterOp.Contains or FilterOp.Starts when CustomerTokens.Pairs(text) is { Count: > 0 } pairs => string.Join(" AND ", pairs.Select(p => HasToken(p, sql))),
        FilterOp.Starts => HasToken(CustomerTokens.FirstCharacter(text), sql),
        _ => null,
    };

    private static string? AssistedBy(FilterOp op, IReadOnlyList<object> values, SqlText sql) => op switch
    {
        FilterOp.Empty => "o.assistant = ''",
        FilterOp.NotEmpty => "o.assistant <> ''",
        _ => string.Join(" OR ", AssistantColumns.Select(column => new SightPart(column, [(string)values[0]]) { Sparse = true }.Condition(sql.Bind))),
    };

    public static string HasToken(string token, SqlText sql) => $"c.party_id IN (SELECT t.party_id FROM ocrm.search_token t WHERE t.token = {sql.Bind(token)})";

    private static Task<IReadOnlyDictionary<string, string>> PlaceNames(IServiceProvider services, IReadOnlyCollection<string> codes, CancellationToken cancellation) =>
        services.GetRequiredService<IOrganisation>().PlaceNamesAsync(codes, cancellation);
}
