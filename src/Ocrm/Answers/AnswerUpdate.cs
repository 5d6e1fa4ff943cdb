using Granary.Kernel.Storage;
using Granary.Ocrm.Asking;
using Granary.Surveys;

namespace Granary.Ocrm.Answers;

/// <summary>What an answer says of an attribute of the customer; it changes nothing before somebody accepts it.</summary>
/// <param name="Value">The attribute's text.</param>
/// <param name="EnteredBy">Who filled it in with the customer, by id; empty where the customer did.</param>
/// <param name="At">Milliseconds since 1970 UTC.</param>
internal sealed record AnswerUpdate(long Id, long Response, long Party, string Entity, string Attribute, string Value, string EnteredBy, long At)
{
    /// <summary>Not yet compared with what is known.</summary>
    public const string New = "new";
    public const string Proposed = "proposed";

    /// <summary>What is known already.</summary>
    public const string Same = "same";
    public const string Accepted = "accepted";
    public const string Refused = "refused";

    public static IReadOnlyList<string> States { get; } = [New, Proposed, Same, Accepted, Refused];

    public const string Columns = "u.id, u.response, u.party_id, u.entity, u.attribute, u.value, u.entered_by, u.at";

    public static AnswerUpdate Read(System.Data.Common.DbDataReader r) =>
        new(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6), r.GetInt64(7));

    public static readonly Insert<AnswerUpdate> Rows = new("ocrm.answer_update", "",
        new("response", ColumnType.Long, u => u.Response),
        new("party_id", ColumnType.Long, u => u.Party),
        new("recorded_for", ColumnType.Long, u => u.Party),
        new("entity", ColumnType.Text, u => u.Entity),
        new("attribute", ColumnType.Text, u => u.Attribute),
        new("value", ColumnType.Text, u => u.Value),
        new("entered_by", ColumnType.Text, u => u.EnteredBy),
        new("state", ColumnType.Text, _ => New),
        new("decided_by", ColumnType.Text, _ => ""),
        new("decided_at", ColumnType.Long, _ => 0L),
        new("at", ColumnType.Long, u => u.At));
}

/// <summary>Puts down what complete answers say of their customers.</summary>
internal sealed class ProposeUpdates(OcrmLimits limits) : IResponseTaken
{
    public async Task TakenAsync(Session session, TakenResponse response)
    {
        if (response.Party == 0)
        {
            return;
        }

        var updates = response.Evaluation.Elements.Where(e => e is { IsVisible: true, Element: Question })
            .Select(e => (Question: (Question)e.Element, Text: AttributeText.Of((Question)e.Element, e.Value, limits)))
            .Where(e => e.Text is not null)
            .DistinctBy(e => e.Question.CustomerAttribute)
            .Select(e => new AnswerUpdate(0, response.Id, response.Party, response.Entity, e.Question.CustomerAttribute, e.Text!, response.Via == "manager" ? response.Person : "", response.At))
            .ToList();
        await session.InsertAsync(AnswerUpdate.Rows, updates);
    }
}
