using System.Globalization;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Opportunities;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Prospects;

/// <param name="Unit">Where they are looked after; null: the caller's own post.</param>
/// <param name="Document">Null leaves it as it is, as every other null does.</param>
public sealed record ProspectDraft(string? Kind, string? Name, string? Document, string? Mobile, string? Address, string? Source, string? Note, string? Unit);

/// <param name="Document">As the caller sees its class; null where hidden or not known.</param>
/// <param name="State">open, sent, refused, converted, joined or dropped.</param>
/// <param name="Number">The customer that they became, where the caller sees it.</param>
public sealed record ProspectView(
    string Id, string Kind, string Name, string? Document, string? Mobile, string Address, string Source, string Note, string Unit, string State, string? Number, DateTimeOffset CreatedAt, long Version);

/// <summary>POST /api/prospects, GET and PUT /api/prospects/{id}, DELETE to drop: who is to become a customer, as far as it is known.</summary>
internal static class EditProspects
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/prospects", async Task<Results<Ok<ProspectView>, ProblemHttpResult>> (
                ProspectDraft draft, Caller caller, OcrmDatabase database, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
            {
                if (UnitOf(draft.Unit, caller) is not { } unit)
                {
                    return Problems.BadRequest("prospect-unit", "In which of your units are they looked after?");
                }

                var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
                var prospect = With(new Prospect(0, "person", "", "", "", "", "", "", UnitCode.EntityOf(unit), unit, caller.PersonId, Prospect.Open, "", caller.PersonId, at, at, 1), draft);
                if (prospect.Wrong(limits) is { } wrong)
                {
                    return Bad(wrong);
                }

                var made = await database.WriteAsync(async session =>
                {
                    var kept = prospect with { Id = await prospect.InsertAsync(session) };
                    await AuditAsync(session, caller, kept, "", at);
                    return kept;
                }, cancellation);
                return TypedResults.Ok(View(made, caller));
            })
            .Requires(Permission.ProspectsEdit).WithName("AddProspect").WithSummary("A new prospect");
        routes.MapGet("/prospects/{id}", async Task<Results<Ok<ProspectView>, ProblemHttpResult>> (string id, Caller caller, OcrmDatabase database, CancellationToken cancellation) =>
                await database.ReadAsync(session => Prospect.FindAsync(session, caller, id), cancellation) is { } found ? TypedResults.Ok(View(found, caller)) : Unknown)
            .Requires(Permission.ProspectsEdit).WithName("ShowProspect").WithSummary("One prospect");
        routes.MapPut("/prospects/{id}", (string id, ProspectDraft draft, Caller caller, OcrmDatabase database, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
                ChangeAsync(id, p => With(p, draft), caller, database, limits, clock, cancellation))
            .Requires(Permission.ProspectsEdit).WithName("SaveProspect").WithSummary("Changes what is known of a prospect");
        routes.MapDelete("/prospects/{id}", (string id, Caller caller, OcrmDatabase database, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
                ChangeAsync(id, p => p with { State = Prospect.Dropped }, caller, database, limits, clock, cancellation))
            .Requires(Permission.ProspectsEdit).WithName("DropProspect").WithSummary("Gives a prospect up; it stays in the list as dropped");
    }

    public static ProblemHttpResult Unknown => Problems.NotFound("prospect.unknown", "No prospect in your sight has this number.");

    public static ProblemHttpResult Settled => Problems.Conflict("prospect.settled", "This prospect is a customer already, about to be, or given up.");

    public static ProblemHttpResult Bad(string code) => code switch
    {
        "prospect-mobile" => Problems.BadRequest("prospect-mobile", "The mobile number does not have its form."),
        "prospect-document" => Problems.BadRequest("prospect-document", "The document number does not have its form."),
        _ => Problems.BadRequest("prospect-incomplete", "A prospect needs a kind and a name, and texts that are not too long."),
    };

    /// <summary>Changes one that is open, in a transaction, with its audit.</summary>
    public static async Task<Results<Ok<ProspectView>, ProblemHttpResult>> ChangeAsync(
        string id, Func<Prospect, Prospect> change, Caller caller, OcrmDatabase database, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation)
    {
        var (changed, problem) = await database.WriteAsync<(Prospect?, ProblemHttpResult?)>(async session =>
        {
            if (await Prospect.FindAsync(session, caller, id) is not { } known)
            {
                return (null, Unknown);
            }

            if (!known.IsOpen)
            {
                return (null, Settled);
            }

            var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
            var after = change(known) with { ChangedAt = at, Version = known.Version + 1 };
            if (after.Wrong(limits) is { } wrong)
            {
                return (null, Bad(wrong));
            }

            await session.ExecuteAsync(
                "UPDATE ocrm.prospect SET kind = @kind, name = @name, name_key = @key, document = @document, mobile = @mobile, address = @address, source = @source, note = @note, state = @state, number = @number, changed_at = @at, version = @version WHERE id = @id",
                ("kind", after.Kind), ("name", after.Name), ("key", Customers.CustomerRow.NameKeyOf(after.Name)), ("document", after.Document), ("mobile", after.Mobile), ("address", after.Address),
                ("source", after.Source), ("note", after.Note), ("state", after.State), ("number", after.Number), ("at", at), ("version", after.Version), ("id", after.Id));
            await ProspectOpportunities.FollowAsync(session, after.Id, after.Entity, after.Number);
            await AuditAsync(session, caller, after, known.State, at);
            return (after, null);
        }, cancellation);
        return problem is null ? TypedResults.Ok(View(changed!, caller)) : problem;
    }

    public static Task AuditAsync(Session session, Caller caller, Prospect prospect, string before, long at) => AuditTrail.AppendAsync(session, "ocrm", at,
        new AuditEntry(caller.UserName, caller.From, Permission.ProspectsEdit, prospect.Key, Before: before, After: $"{prospect.State} {Masked.Name(prospect.Name)} {Masked.Phone(prospect.Mobile)} {prospect.Number}".TrimEnd()));

    /// <summary>A unit in which the caller has the permission; their own post where none is said.</summary>
    public static string? UnitOf(string? said, Caller caller, string permission = Permission.ProspectsEdit)
    {
        if (said is null)
        {
            return caller.Rights.Sources.Where(s => s.Permission == permission && s.Unit.Length >= UnitCode.EntityDigits).Select(s => s.Unit).FirstOrDefault();
        }

        var own = caller.Rights.Sources.Any(s => s.Permission == permission && s.Unit == said);
        return said.Length >= UnitCode.EntityDigits && said.All(char.IsAsciiDigit) && (own || caller.SightOf(permission).Sees(UnitCode.EntityOf(said), said)) ? said : null;
    }

    private static Prospect With(Prospect p, ProspectDraft draft) => (p with
    {
        Kind = draft.Kind ?? p.Kind, Name = draft.Name ?? p.Name, Document = draft.Document ?? p.Document, Mobile = draft.Mobile ?? p.Mobile,
        Address = draft.Address ?? p.Address, Source = draft.Source ?? p.Source, Note = draft.Note ?? p.Note,
    }).Canonical();

    public static ProspectView View(Prospect p, Caller caller) => new(
        p.Id.ToString(CultureInfo.InvariantCulture), p.Kind,
        ShownName.For(caller, p.Name),
        Shown(p.Document, caller.Sees(DataClass.C3), Masked.Number), Shown(p.Mobile, caller.Sees(DataClass.C2), Masked.Phone),
        caller.Sees(DataClass.C2) == FieldSight.Hidden ? "" : p.Address, p.Source, p.Note, p.Unit, p.State, p.Number.Length == 0 ? null : p.Number,
        DateTimeOffset.FromUnixTimeMilliseconds(p.CreatedAt), p.Version);

    public static string? Shown(string value, FieldSight sight, Func<string, string> mask) =>
        value.Length == 0 ? null : sight switch { FieldSight.Clear => value, FieldSight.Masked => mask(value), _ => null };
}
