using System.Globalization;
using System.Text.Json;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Questionnaires.Bank;

/// <param name="Fragment">One element of SurveyJS's JSON: a question, or a panel as a block.</param>
/// <param name="Unit">Where a new one is at home; null: the caller's own post.</param>
/// <param name="Province">A new one is the whole province's, for who edits everywhere.</param>
/// <param name="Version">Of one that is changed, as it was read; the row's, not the question's.</param>
public sealed record BankBody(JsonElement Fragment, IReadOnlyList<string>? Tags, string? Unit, bool Province, long Version);

/// <param name="Current">The question's newest version.</param>
public sealed record BankSaved(string Id, long Current, long Version);

/// <summary>
/// POST /api/bank, PUT and DELETE /api/bank/{id}: a question is added, changed or no longer offered. A changed question is a new version;
/// questionnaires keep what they took.
/// </summary>
internal static class EditBank
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/bank", AddAsync).Requires(Permission.QuestionnairesEdit).WithName("AddBankItem").WithSummary("A new question or block of the bank");
        routes.MapPut("/bank/{id}", SaveAsync).Requires(Permission.QuestionnairesEdit).WithName("SaveBankItem").WithSummary("Changes a question of the bank, as a new version");
        routes.MapDelete("/bank/{id}", async Task<Results<NoContent, ProblemHttpResult>> (string id, Caller caller, OcrmDatabase database, TimeProvider clock, CancellationToken cancellation) =>
                await database.WriteAsync(async session =>
                {
                    if (await BankItem.EditedAsync(session, caller, id) is not { } item)
                    {
                        return false;
                    }

                    var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
                    await session.ExecuteAsync("UPDATE ocrm.bank_item SET state = @state, changed_by = @by, changed_at = @at, version = version + 1 WHERE id = @id", ("state", BankItem.Retired), ("by", caller.PersonId), ("at", at), ("id", item.Id));
                    await item.AuditAsync(session, caller, at, item.State, BankItem.Retired);
                    return true;
                }, cancellation) ? TypedResults.NoContent() : BankItem.Unknown)
            .Requires(Permission.QuestionnairesEdit).WithName("RetireBankItem").WithSummary("Offers a question no longer; who uses it keeps it");
    }

    private static async Task<Results<Ok<BankSaved>, ProblemHttpResult>> AddAsync(BankBody body, Caller caller, OcrmDatabase database, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation)
    {
        var unit = Questionnaire.HomeOf(caller, body.Province, body.Unit);
        if (unit is null)
        {
            return Problems.BadRequest("questionnaire-unit", "In which of your units is it at home? The province's are made by who edits everywhere.");
        }

        if (BankItem.Read(body.Fragment, limits.QuestionnaireTitle) is not { } read || TagsOf(body, limits) is not { } tags)
        {
            return Incomplete;
        }

        var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var id = await database.WriteAsync(async session =>
        {
            var added = await BankItem.InsertAsync(session, UnitCode.EntityOf(unit), unit, caller.PersonId, read.Title, read.Type, tags, at);
            await BankItem.KeepAsync(session, added, 1, read.Fragment, caller.PersonId, at);
            await new BankItem(added, "", unit, caller.PersonId, read.Title, read.Type, tags, BankItem.Offered, 1, caller.PersonId, at, 1).AuditAsync(session, caller, at, after: $"{read.Type} 1");
            return added;
        }, cancellation);
        return TypedResults.Ok(new BankSaved(id.ToString(CultureInfo.InvariantCulture), 1, 1));
    }

    private static async Task<Results<Ok<BankSaved>, ProblemHttpResult>> SaveAsync(
        string id, BankBody body, Caller caller, OcrmDatabase database, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation)
    {
        if (BankItem.Read(body.Fragment, limits.QuestionnaireTitle) is not { } read || TagsOf(body, limits) is not { } tags)
        {
            return Incomplete;
        }

        return await database.WriteAsync<Results<Ok<BankSaved>, ProblemHttpResult>>(async session =>
        {
            if (await BankItem.EditedAsync(session, caller, id) is not { } item)
            {
                return BankItem.Unknown;
            }

            if (item.Version != body.Version)
            {
                return Problems.Conflict("bank.changed", "Somebody else changed it meanwhile.");
            }

            var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
            var before = await FragmentAsync(session, item.Id, item.Current);
            var current = before == read.Fragment ? item.Current : item.Current + 1;
            if (current > item.Current)
            {
                await BankItem.KeepAsync(session, item.Id, current, read.Fragment, caller.PersonId, at);
            }

            await session.ExecuteAsync(
                "UPDATE ocrm.bank_item SET title = @title, type = @type, tags = @tags, state = @state, current = @current, changed_by = @by, changed_at = @at, version = version + 1 WHERE id = @id",
                ("title", read.Title), ("type", read.Type), ("tags", tags), ("state", BankItem.Offered), ("current", current), ("by", caller.PersonId), ("at", at), ("id", item.Id));
            await item.AuditAsync(session, caller, at, $"{item.Type} {item.Current}", $"{read.Type} {current}");
            return TypedResults.Ok(new BankSaved(id, current, item.Version + 1));
        }, cancellation);
    }

    public static async Task<string> FragmentAsync(Session session, long item, long number) => (await session.QueryAsync(
        "SELECT v.fragment FROM ocrm.bank_version v WHERE v.item = @item AND v.number = @number", r => r.GetString(0), ("item", item), ("number", number)))[0];

    private static ProblemHttpResult Incomplete => Problems.BadRequest("bank-incomplete", "A question of the bank is one question or panel without errors, with some short tags.");

    /// <returns>Null where they are too many, too long, or have a comma.</returns>
    private static string? TagsOf(BankBody body, OcrmLimits limits)
    {
        var tags = (body.Tags ?? []).Select(t => t.Trim()).Where(t => t.Length > 0).Distinct().ToList();
        return tags.Count <= limits.BankTags && tags.All(t => t.Length <= limits.BankTagCharacters && !t.Contains(',', StringComparison.Ordinal) && !t.Any(char.IsControl)) ? string.Join(',', tags) : null;
    }
}
