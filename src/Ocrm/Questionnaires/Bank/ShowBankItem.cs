using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Questionnaires.Bank;

/// <param name="Number">The questionnaire's version; 0 for its draft.</param>
/// <param name="Name">Under which the answers stand there.</param>
/// <param name="Taken">The question's version that was taken.</param>
public sealed record BankUseView(string Questionnaire, string Title, long Number, string Name, long Taken);

public sealed record BankVersionView(long Number, string MadeBy, DateTimeOffset MadeAt, JsonElement Fragment);

/// <param name="Fragment">The newest version as a questionnaire takes it: with "bank", which says where it is from.</param>
/// <param name="Mine">The caller may change it.</param>
/// <param name="Uses">In questionnaires that the caller reads.</param>
/// <param name="Elsewhere">Questionnaires of others that use it, besides.</param>
public sealed record BankView(
    string Id, string Title, string Type, IReadOnlyList<string> Tags, string State, long Current, string Entity, string Owner, DateTimeOffset ChangedAt, bool Mine, long Version,
    JsonElement Fragment, IReadOnlyList<BankVersionView> Versions, IReadOnlyList<BankUseView> Uses, long Elsewhere);

/// <summary>GET /api/bank/{id}: a question of the bank, its versions, and where it is asked.</summary>
internal static class ShowBankItem
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/bank/{id}", async Task<Results<Ok<BankView>, ProblemHttpResult>> (string id, Caller caller, OcrmDatabase database, IOrganisation organisation, OcrmLimits limits, CancellationToken cancellation) =>
            {
                var found = await database.ReadAsync(session => FindAsync(session, caller, id, limits), cancellation);
                if (found is not { } view)
                {
                    return BankItem.Unknown;
                }

                var names = await organisation.PeopleNamesAsync([.. view.Versions.Select(v => v.MadeBy).Append(view.Owner).Distinct()], cancellation);
                return TypedResults.Ok(view with
                {
                    Owner = names.GetValueOrDefault(view.Owner, view.Owner),
                    Versions = [.. view.Versions.Select(v => v with { MadeBy = names.GetValueOrDefault(v.MadeBy, v.MadeBy) })],
                });
            })
            .Requires(Permission.QuestionnairesRead).WithName("ShowBankItem").WithSummary("A question of the bank, its versions, and where it is asked");

    private static async Task<BankView?> FindAsync(Session session, Caller caller, string id, OcrmLimits limits)
    {
        if (await BankItem.FindAsync(session, caller, id) is not { } item)
        {
            return null;
        }

        var versions = await session.QueryAsync(
            $"SELECT v.number, v.made_by, v.made_at, v.fragment FROM ocrm.bank_version v WHERE v.item = @item ORDER BY v.number DESC LIMIT {limits.BankShown}",
            r => new BankVersionView(r.GetInt64(0), r.GetString(1), DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(2)), JsonElement.Parse(r.GetString(3))), ("item", item.Id));
        var seen = Questionnaire.Readable(caller.SightOf(Permission.QuestionnairesRead)).In(Questionnaire.Sight);
        var uses = await session.QueryAsync(
            $"""
            SELECT q.id, q.title, u.number, u.name, u.item_version FROM ocrm.bank_use u JOIN ocrm.questionnaire q ON q.id = u.questionnaire
            WHERE u.item = @item AND {seen.Sql} ORDER BY q.id DESC, u.number DESC, u.name LIMIT {limits.BankShown}
            """,
            r => new BankUseView(r.GetInt64(0).ToString(CultureInfo.InvariantCulture), r.GetString(1), r.GetInt64(2), r.GetString(3), r.GetInt64(4)), [.. seen.Parameters, ("item", item.Id)]);
        var elsewhere = (await session.QueryAsync(
            $"SELECT count(DISTINCT u.questionnaire) FROM ocrm.bank_use u JOIN ocrm.questionnaire q ON q.id = u.questionnaire WHERE u.item = @item AND NOT ({seen.Sql})",
            r => r.GetInt64(0), [.. seen.Parameters, ("item", item.Id)]))[0];
        return new BankView(
            id, item.Title, item.Type, item.Tags.Length == 0 ? [] : item.Tags.Split(','), item.State, item.Current, item.Entity, item.Owner, DateTimeOffset.FromUnixTimeMilliseconds(item.ChangedAt),
            await BankItem.EditedAsync(session, caller, id) is not null, item.Version, Taken(versions[0].Fragment, item), versions, uses, elsewhere);
    }

    private static JsonElement Taken(JsonElement fragment, BankItem item)
    {
        var taken = JsonObject.Create(fragment)!;
        taken["bank"] = string.Create(CultureInfo.InvariantCulture, $"{item.Id}@{item.Current}");
        return JsonSerializer.SerializeToElement(taken);
    }
}
