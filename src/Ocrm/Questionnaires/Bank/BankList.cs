using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Ocrm.Storage;
using Granary.Ocrm.Work;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Questionnaires.Bank;

/// <summary>The list of the question bank.</summary>
internal static class BankList
{
    private const string Used = "(SELECT count(DISTINCT u.questionnaire) FROM ocrm.bank_use u WHERE u.item = b.id)";

    private static readonly string[] Types =
        ["text", "comment", "radiogroup", "dropdown", "checkbox", "tagbox", "ranking", "rating", "boolean", "matrix", "multipletext", "paneldynamic", "matrixdynamic", "expression", "file", "photo", "place", "html", "panel"];

    private static readonly ListDefinition Definition = new(
        "bank", "ocrm.bank_item b", "b.id", BankItem.Sight, Permission.QuestionnairesRead,
        [
            new("title", ColumnKind.Text, "b.title") { Title = "题目", Width = 300 },
            new("type", ColumnKind.Code, "b.type") { Title = "题型", Width = 110, Options = Types },
            new("labels", ColumnKind.Code, "b.tags") { Title = "标签", Width = 160, Many = true },
            new("used", ColumnKind.Number, Used) { Title = "使用问卷数", Width = 110, Filters = [] },
            new("current", ColumnKind.Number, "b.current") { Title = "版本", Width = 80 },
            new("state", ColumnKind.Code, "b.state") { Title = "状态", Width = 90, Options = [BankItem.Offered, BankItem.Retired] },
            new("entity", ColumnKind.Code, "b.entity") { Title = "法人机构", Width = 170, Default = false, Names = WorkNames.Units },
            new("owner", ColumnKind.Code, "b.owner") { Title = "负责人", Width = 110, Names = WorkNames.People },
            new("changedAt", ColumnKind.Time, "b.changed_at") { Title = "修改时间", Width = 120, SortBy = "b.changed_at" },
        ],
        [new ListSort("changedAt", Descending: true)])
    {
        Version = "b.version",
    };

    public static ListSource Source(IServiceProvider services) => new(Definition, services.GetRequiredService<OcrmDatabase>())
    {
        Clock = services.GetRequiredService<TimeProvider>(),
        SightOn = (sight, _) => Task.FromResult(Questionnaire.Readable(sight)),
    };
}
