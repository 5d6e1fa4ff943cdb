using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Ocrm.Work;

namespace Granary.Ocrm.Campaigns;

/// <summary>The list of campaigns.</summary>
internal static class CampaignList
{
    public static ListDefinition Definition { get; } = new(
        "campaigns", "ocrm.campaign g", "g.id", Campaign.Sight, Permission.CampaignsRead,
        [
            new("name", ColumnKind.Text, "g.name") { Title = "活动名称", Width = 220 },
            new("state", ColumnKind.Code, "g.state") { Title = "状态", Width = 100, Options = Campaign.States },
            new("product", ColumnKind.Code, "g.product") { Title = "产品", Width = 120 },
            new("fromDay", ColumnKind.Date, Day("g.from_day")) { Title = "开始", Width = 110 },
            new("toDay", ColumnKind.Date, Day("g.to_day")) { Title = "结束", Width = 110 },
            new("owner", ColumnKind.Code, "g.owner") { Title = "负责人", Width = 110, Names = WorkNames.People },
            new("unit", ColumnKind.Code, "g.unit") { Title = "机构", Width = 180, Names = WorkNames.Units },
            new("startedAt", ColumnKind.Time, "g.started_at") { Title = "启动时间", Width = 120, Default = false },
            new("changedAt", ColumnKind.Time, "g.changed_at") { Title = "变更时间", Width = 120, SortBy = "g.changed_at" },
        ],
        [new ListSort("changedAt", Descending: true)])
    {
        Version = "g.version",
    };

    /// <summary>yyyymmdd as YYYY-MM-DD.</summary>
    private static string Day(string number) =>
        $"CASE WHEN {number} = 0 THEN '' ELSE substr(CAST({number} AS text), 1, 4) || '-' || substr(CAST({number} AS text), 5, 2) || '-' || substr(CAST({number} AS text), 7, 2) END";
}
