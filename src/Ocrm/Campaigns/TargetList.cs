using System.Globalization;
using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Ocrm.Work;

namespace Granary.Ocrm.Campaigns;

/// <summary>The targets of campaigns: what every figure opens, and what a printed list is made of.</summary>
internal static class TargetList
{
    public static ListDefinition Definition { get; } = new(
        "campaign-targets", "ocrm.campaign_target t LEFT JOIN ocrm.customer c ON c.party_id = t.party_id AND c.entity = t.entity", "t.id", Target.Sight, Permission.CampaignsRead,
        [
            new("campaign", ColumnKind.Number, "t.campaign") { Title = "活动", Width = 90, Default = false, Filters = [FilterOp.Eq] },
            new("number", ColumnKind.Text, "COALESCE(c.number, '')") { Title = "客户编号", Width = 140, Filters = [FilterOp.Eq] },
            new("customer", ColumnKind.Text, "COALESCE(c.name, '')", DataClass.C1) { Title = "客户", Width = 150, Mask = Masked.Name, Filters = [] },
            new("mobile", ColumnKind.Text, "COALESCE(c.mobile, '')", DataClass.C2) { Title = "手机号码", Width = 130, Mask = Masked.Phone, Filters = [] },
            new("manager", ColumnKind.Code, "t.manager") { Title = "客户经理", Width = 110, Names = WorkNames.People },
            new("unit", ColumnKind.Code, "t.unit") { Title = "网点", Width = 180, Names = WorkNames.Units },
            new("outcome", ColumnKind.Code, "t.outcome") { Title = "入选", Width = 110, Options = SelectionReason.All },
            new("held", ColumnKind.Bool, "t.held") { Title = "对照组", Width = 80 },
            new("state", ColumnKind.Code, "t.state") { Title = "状态", Width = 90, Options = Target.States },
            new("step", ColumnKind.Number, "t.step") { Title = "步骤", Width = 80 },
            new("dueAt", ColumnKind.Time, "t.due_at") { Title = "下一步时间", Width = 120, Default = false },
            new("contacts", ColumnKind.Number, "t.contacts") { Title = "接触次数", Width = 90, Default = false },
            new("contactedAt", ColumnKind.Time, "t.contacted_at") { Title = "首次触达", Width = 120 },
            new("failed", ColumnKind.Bool, "t.failed") { Title = "失败", Width = 80, Default = false },
            new("inDoubt", ColumnKind.Bool, "t.in_doubt") { Title = "存疑", Width = 80 },
            new("response", ColumnKind.Code, "t.response") { Title = "反馈", Width = 110, Options = ResponseKind.All },
            new("respondedAt", ColumnKind.Time, "t.responded_at") { Title = "反馈时间", Width = 120, Default = false },
            new("wonAt", ColumnKind.Time, "t.won_at") { Title = "达成时间", Width = 120 },
            new("at", ColumnKind.Time, "t.at") { Title = "入选时间", Width = 120, Default = false },
            new("contactedBy", ColumnKind.Number, "0") { FilterOnly = true, Filters = [FilterOp.Eq], Where = ContactedBy },
            new("opened", ColumnKind.Code, "''", DataClass.C1) { FilterOnly = true, Mask = code => code, Filters = [FilterOp.Eq], Where = Opened },
        ],
        [])
    {
        ExportPermission = Permission.CustomersExport,
        Version = "t.version",
    };

    /// <summary>Something was done with the target at a step: who stands on a printed list, who got the message.</summary>
    private static string? ContactedBy(FilterOp op, IReadOnlyList<object> values, SqlText sql) =>
        $"EXISTS (SELECT 1 FROM ocrm.campaign_contact h WHERE h.target = t.id AND h.step = {sql.Bind(Convert.ToInt64(values[0], CultureInfo.InvariantCulture))} AND h.state NOT IN ('skipped', 'unsuitable'))";

    /// <summary>Something was opened since a day and is still there: "deposit-20261101", as results name it.</summary>
    private static string? Opened(FilterOp op, IReadOnlyList<object> values, SqlText sql)
    {
        var (kind, day) = ((string)values[0]).Split('-') is [var k, var d] && long.TryParse(d, NumberStyles.None, CultureInfo.InvariantCulture, out var since) ? (k, since) : ("", long.MaxValue);
        return $"EXISTS (SELECT 1 FROM ocrm.holding h WHERE h.party_id = t.party_id AND h.entity = t.entity AND h.kind = {sql.Bind(kind)} AND h.opened >= {sql.Bind(day)} AND h.state <> 'closed')";
    }
}
