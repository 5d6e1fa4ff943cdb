using System.Globalization;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Ownership;

/// <param name="Person">A person's id.</param>
/// <param name="Share">Of the result, 1 to 99 percent; what all of them leave is the manager's.</param>
public sealed record AssistantShare(string? Person, int Share);

/// <param name="Entity">The legal entity, by code.</param>
/// <param name="Assistants">All who assist there from now on; none: nobody.</param>
public sealed record AssistantsOf(string? Entity, IReadOnlyList<AssistantShare>? Assistants);

/// <summary>The list's actions "assist" and "unassist", and POST /api/customers/{number}/assistants: who assists a customer's manager, with which share.</summary>
internal static class AssistCustomers
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/customers/{number}/assistants", async Task<Results<NoContent, ProblemHttpResult>> (
                string number, AssistantsOf body, Caller caller, OcrmDatabase database, IOrganisation organisation, TimeProvider clock, CancellationToken cancellation) =>
            {
                Assistant[] wanted = [.. (body.Assistants ?? []).Select(a => new Assistant(a.Person ?? "", a.Share))];
                var entities = await EntitiesAsync(organisation, wanted.Select(a => a.Person), cancellation);
                var problem = await database.WriteAsync(async session =>
                {
                    if (await CustomerGate.FindAsync(session, caller.SightOf(Permission.CustomersAllocate), number, CustomerList.OwnSight) is not { } found || !found.Entities.Contains(body.Entity ?? ""))
                    {
                        return "unknown";
                    }

                    var id = await session.QueryAsync("SELECT c.id FROM ocrm.customer c WHERE c.party_id = @party AND c.entity = @entity", r => r.GetInt64(0), ("party", found.Party), ("entity", body.Entity));
                    var customer = (await Assistants.ReadAsync(session, id, forUpdate: true))[0];
                    if (Assistants.Wrong(customer, wanted, entities) is { } wrong)
                    {
                        return wrong;
                    }

                    await Assistants.WriteAsync(session, caller, [(customer, wanted)], clock.GetUtcNow().ToUnixTimeMilliseconds());
                    return null;
                }, cancellation);
                return problem switch
                {
                    null => TypedResults.NoContent(),
                    "unknown" => CustomerGate.Unknown,
                    _ => Problems.BadRequest(problem, $"At most {Assistants.Most} who work in the legal entity assist its customer's manager, with 1 to 99 percent together."),
                };
            })
            .Requires(Permission.CustomersAllocate).WithName("SetAssistants").WithSummary("Who assists a customer's manager in a legal entity, and with which share");

    public static Task<ActionResult> AssistAsync(ActionContext context, CancellationToken cancellation) =>
        !int.TryParse(context.Arguments.GetValueOrDefault("share"), NumberStyles.None, CultureInfo.InvariantCulture, out var share)
            ? Task.FromResult(new ActionResult(0, ["share-wrong"]))
            : RunAsync(context, (customer, person) => customer.Manager == person ? customer.Assistants : [.. customer.Assistants.Where(a => a.Person != person), new Assistant(person, share)], cancellation);

    public static Task<ActionResult> UnassistAsync(ActionContext context, CancellationToken cancellation) =>
        RunAsync(context, (customer, person) => [.. customer.Assistants.Where(a => a.Person != person)], cancellation);

    private static async Task<ActionResult> RunAsync(ActionContext context, Func<Assisted, string, IReadOnlyList<Assistant>> change, CancellationToken cancellation)
    {
        if (context.Arguments.GetValueOrDefault("assistants") is not { Length: > 0 } person)
        {
            return new ActionResult(0, ["manager-missing"]);
        }

        var entities = await EntitiesAsync(context.Services.GetRequiredService<IOrganisation>(), [person], cancellation);
        var at = context.Services.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeMilliseconds();
        async Task<ActionResult> Work(Session session)
        {
            var changes = (await Assistants.ReadAsync(session, context.Keys, forUpdate: !context.Preview))
                .Select(c => (Customer: c, Wanted: change(c, person))).Where(c => !c.Wanted.SequenceEqual(c.Customer.Assistants)).ToList();
            List<string> problems = [.. changes.Where(c => c.Wanted.Count >= c.Customer.Assistants.Count).Select(c => Assistants.Wrong(c.Customer, c.Wanted, entities)).OfType<string>().Distinct()];
            if (problems.Count > 0)
            {
                return new ActionResult(0, problems);
            }

            if (!context.Preview)
            {
                await Assistants.WriteAsync(session, context.Caller, changes, at);
            }

            return new ActionResult(changes.Count, []);
        }

        var database = context.Services.GetRequiredService<OcrmDatabase>();
        return await (context.Preview ? database.ReadAsync(Work, cancellation) : database.WriteAsync(Work, cancellation));
    }

    private static async Task<IReadOnlyDictionary<string, IReadOnlySet<string>?>> EntitiesAsync(IOrganisation organisation, IEnumerable<string> people, CancellationToken cancellation)
    {
        var entities = new Dictionary<string, IReadOnlySet<string>?>(StringComparer.Ordinal);
        foreach (var person in people.Distinct())
        {
            entities[person] = person.Length == 0 ? null : await organisation.EntitiesOfAsync(person, cancellation);
        }

        return entities;
    }
}
