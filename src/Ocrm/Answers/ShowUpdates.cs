using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Ecif.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Ownership;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Answers;

/// <summary>What an answer says of a customer, beside what is known. Values as the caller sees their class.</summary>
/// <param name="Now">The values that survive today, the most important first; each in its parts.</param>
/// <param name="EnteredBy">Who filled it in, by name; empty where the customer did.</param>
/// <param name="Own">The caller filled it in: somebody else decides.</param>
public sealed record UpdateView(
    long Id, long Response, string Questionnaire, string Number, string Name, string Attribute, IReadOnlyList<string> Value, IReadOnlyList<IReadOnlyList<string>> Now, string EnteredBy, bool Own, DateTimeOffset At);

/// <param name="More">There are more than are shown; they follow once these are decided.</param>
public sealed record UpdatesPage(IReadOnlyList<UpdateView> Rows, bool More);

/// <summary>GET /api/answer-updates: what answers say of customers and somebody has to decide, the oldest first.</summary>
internal static class ShowUpdates
{
    private sealed record Row(AnswerUpdate Update, string Number, string Name, string Title);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/answer-updates", async (Caller caller, OcrmDatabase database, IGoldenRecords records, IOrganisation organisation, OcrmLimits limits, CancellationToken cancellation) =>
            {
                var rows = await database.ReadAsync(session => ReadAsync(session, caller, limits.UpdatesShown + 1), cancellation);
                var golden = (await records.ReadAsync([.. rows.Select(r => r.Update.Party).Distinct()], cancellation)).ToDictionary(p => p.Id);
                var names = await organisation.PeopleNamesAsync([.. rows.Select(r => r.Update.EnteredBy).Where(p => p.Length > 0).Distinct()], cancellation);
                return TypedResults.Ok(new UpdatesPage([.. rows.Take(limits.UpdatesShown).Select(r => View(r, caller, golden.GetValueOrDefault(r.Update.Party), names))], rows.Count > limits.UpdatesShown));
            })
            .Requires(Permission.AnswersDecide).WithName("ShowAnswerUpdates").WithSummary("What answers say of customers and is to be decided on");

    /// <summary>Those that are to be decided on, of customers within the caller's sight.</summary>
    /// <param name="ids">Of which; null: of all.</param>
    public static (string Sql, (string Name, object? Value)[] Parameters) Seen(Caller caller, string what, IReadOnlyCollection<long>? ids = null)
    {
        var sql = new SqlText();
        var seen = caller.SightOf(Permission.AnswersDecide).In(CustomerList.OwnSight);
        return ($"""
            SELECT {what} FROM ocrm.answer_update u JOIN ocrm.customer c ON c.party_id = u.party_id AND c.entity = u.entity {OwnerRow.OfCustomer}
            WHERE u.state = '{AnswerUpdate.Proposed}' AND {seen.Sql} {(ids is null ? "" : $"AND u.id IN ({string.Join(", ", ids.Select(id => sql.Bind(id)))})")}
            """, [.. sql.Parameters, .. seen.Parameters]);
    }

    private static Task<List<Row>> ReadAsync(Session session, Caller caller, int most)
    {
        var (sql, parameters) = Seen(caller, $"{AnswerUpdate.Columns}, c.number, c.name, COALESCE((SELECT q.title FROM ocrm.response r JOIN ocrm.questionnaire q ON q.id = r.questionnaire WHERE r.id = u.response), '')");
        return session.QueryAsync($"{sql} ORDER BY u.at, u.id LIMIT {most}", r => new Row(AnswerUpdate.Read(r), r.GetString(8), r.GetString(9), r.GetString(10)), parameters);
    }

    private static UpdateView View(Row row, Caller caller, PartySnapshot? golden, IReadOnlyDictionary<string, string> names)
    {
        var (update, sight) = (row.Update, caller.Sees(Classified.ClassOf(row.Update.Attribute)));
        var now = PartyAttribute.Values(golden?.Attributes.GetValueOrDefault(update.Attribute, "") ?? "");
        return new UpdateView(update.Id, update.Response, row.Title, row.Number, ShownName.For(caller, row.Name), update.Attribute,
            Shown(update.Value), [.. now.Select(Shown)], names.GetValueOrDefault(update.EnteredBy, update.EnteredBy), update.EnteredBy == caller.PersonId, DateTimeOffset.FromUnixTimeMilliseconds(update.At));

        IReadOnlyList<string> Shown(string value) => sight switch
        {
            FieldSight.Clear => PartyAttribute.Parts(value),
            FieldSight.Masked => PartyAttribute.Parts(MaskedAttribute.Of(update.Attribute, value)),
            _ => [],
        };
    }
}
