using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Ocrm.Storage;
using Granary.Ocrm.Work;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Answers;

/// <summary>The list of answers that were completed. Those that were promised to stay anonymous are in no list: of them there are only sums.</summary>
internal static class ResponseList
{
    public static ListDefinition Definition { get; } = new(
        "responses",
        "ocrm.response r JOIN ocrm.questionnaire q ON q.id = r.questionnaire AND q.anonymous = 0 AND r.at > 0 LEFT JOIN ocrm.customer c ON c.party_id = r.party_id AND c.entity = r.entity",
        "r.id", new SightColumns("r.entity", "r.unit", "r.person"), Permission.AnswersRead,
        [
            new("questionnaire", ColumnKind.Code, "CAST(r.questionnaire AS text)") { Title = "问卷", Width = 200, Names = TitlesAsync, Filters = [FilterOp.Eq, FilterOp.In] },
            new("name", ColumnKind.Text, "COALESCE(c.name, '')", DataClass.C1) { Title = "客户名称", Width = 140, Mask = Masked.Name, Filters = [] },
            new("number", ColumnKind.Text, "COALESCE(c.number, '')") { Title = "客户编号", Width = 140, Filters = [FilterOp.Eq, FilterOp.Empty, FilterOp.NotEmpty] },
            new("version", ColumnKind.Number, "r.number") { Title = "版本", Width = 70 },
            new("state", ColumnKind.Code, "r.state") { Title = "状态", Width = 90, Options = ["complete", "screened", "discarded"] },
            new("score", ColumnKind.Number, "CAST(r.score AS bigint)") { Title = "得分", Width = 80 },
            new("band", ColumnKind.Code, "r.band") { Title = "等级", Width = 90 },
            new("via", ColumnKind.Code, "r.via") { Title = "方式", Width = 90, Options = ["link", "qr", "anonymous", "manager", "list", "campaign"] },
            new("person", ColumnKind.Code, "r.person") { Title = "发放人", Width = 110, Names = WorkNames.People },
            new("unit", ColumnKind.Code, "r.unit") { Title = "网点", Width = 170, Names = WorkNames.Units },
            new("at", ColumnKind.Time, "r.at") { Title = "完成时间", Width = 130, SortBy = "r.at" },
        ],
        [new ListSort("at", Descending: true)])
    {
        ExportPermission = Permission.CustomersExport,
    };

    private static async Task<IReadOnlyDictionary<string, string>> TitlesAsync(IServiceProvider services, IReadOnlyCollection<string> codes, CancellationToken cancellation)
    {
        var sql = new SqlText();
        var ids = string.Join(", ", codes.Select(c => sql.Bind(long.Parse(c, System.Globalization.CultureInfo.InvariantCulture))));
        return codes.Count == 0 ? new Dictionary<string, string>() : (await services.GetRequiredService<OcrmDatabase>().ReadAsync(session => session.QueryAsync(
            $"SELECT CAST(q.id AS text), q.title FROM ocrm.questionnaire q WHERE q.id IN ({ids})", r => (Id: r.GetString(0), Title: r.GetString(1)), sql.Parameters), cancellation))
            .ToDictionary(q => q.Id, q => q.Title, StringComparer.Ordinal);
    }
}
