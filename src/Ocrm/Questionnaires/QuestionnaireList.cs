using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Ocrm.Storage;
using Granary.Ocrm.Work;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Questionnaires;

/// <summary>The list of questionnaires: one's own legal entity's and the province's.</summary>
internal static class QuestionnaireList
{
    private const string Answered = "(SELECT count(*) FROM ocrm.response r WHERE r.questionnaire = q.id AND r.state = 'complete')";

    private static readonly ListDefinition Definition = new(
        "questionnaires", "ocrm.questionnaire q", "q.id", Questionnaire.Sight, Permission.QuestionnairesRead,
        [
            new("title", ColumnKind.Text, "q.title") { Title = "问卷", Width = 260 },
            new("kind", ColumnKind.Code, "q.kind") { Title = "类型", Width = 110, Options = Questionnaire.Kinds },
            new("state", ColumnKind.Code, "q.state") { Title = "状态", Width = 100, Options = [Questionnaire.Drafted, Questionnaire.Published, Questionnaire.Closed] },
            new("current", ColumnKind.Number, "q.current") { Title = "版本", Width = 80 },
            new("answers", ColumnKind.Number, Answered) { Title = "已收答卷", Width = 100, Filters = [] },
            new("anonymous", ColumnKind.Bool, "q.anonymous") { Title = "匿名", Width = 80 },
            new("entity", ColumnKind.Code, "q.entity") { Title = "法人机构", Width = 170, Names = WorkNames.Units },
            new("owner", ColumnKind.Code, "q.owner") { Title = "负责人", Width = 110, Names = WorkNames.People },
            new("changedAt", ColumnKind.Time, "q.changed_at") { Title = "修改时间", Width = 120, SortBy = "q.changed_at" },
        ],
        [new ListSort("changedAt", Descending: true)])
    {
        Version = "q.version",
    };

    public static ListSource Source(IServiceProvider services) => new(Definition, services.GetRequiredService<OcrmDatabase>())
    {
        Clock = services.GetRequiredService<TimeProvider>(),
        SightOn = (sight, _) => Task.FromResult(Questionnaire.Readable(sight)),
    };
}
