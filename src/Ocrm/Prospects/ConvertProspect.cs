using Granary.Access;
using Granary.Access.Contracts;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Prospects;

/// <param name="Number">A customer in the caller's sight.</param>
public sealed record ProspectIs(string? Number);

/// <summary>POST /api/prospects/{id}/convert: becomes a customer, told by <see cref="TellProspects"/>; …/join: turned out to be one.</summary>
internal static class ConvertProspect
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/prospects/{id}/convert", async Task<Results<Ok<ProspectView>, ProblemHttpResult>> (
                string id, Caller caller, OcrmDatabase database, TellProspects teller, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
            {
                // A customer of a bank has a name and a document; without them the customer master could not tell who it is.
                if (await database.ReadAsync(session => Prospect.FindAsync(session, caller, id), cancellation) is { Document.Length: 0 })
                {
                    return Problems.BadRequest("prospect-no-document", "A customer needs a document number: add it first.");
                }

                var sent = await EditProspects.ChangeAsync(id, p => p with { State = Prospect.Sent }, caller, database, limits, clock, cancellation);
                teller.Wake();
                return sent;
            })
            .Requires(Permission.ProspectsEdit).WithName("ConvertProspect").WithSummary("Makes a prospect a customer, through the customer master");
        routes.MapPost("/prospects/{id}/join", async Task<Results<Ok<ProspectView>, ProblemHttpResult>> (
                string id, ProspectIs body, Caller caller, OcrmDatabase database, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
                await database.ReadAsync(session => CustomerGate.FindAsync(session, caller.SightOf(Permission.CustomersRead), body.Number ?? ""), cancellation) is { } customer
                    ? await EditProspects.ChangeAsync(id, p => p with { State = Prospect.Joined, Number = customer.Number }, caller, database, limits, clock, cancellation)
                    : CustomerGate.Unknown)
            .Requires(Permission.ProspectsEdit).WithName("JoinProspect").WithSummary("Says which customer a prospect turned out to be");
    }
}
