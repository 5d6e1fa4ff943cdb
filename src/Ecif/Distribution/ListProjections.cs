using System.Text.Json;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Ecif.GoldenRecords;
using Granary.Ecif.Intake;
using Granary.Ecif.Storage;
using Granary.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ecif.Distribution;

/// <summary>What one open key of a system is to hold.</summary>
/// <param name="Due">Something is still to be told.</param>
/// <param name="Dead">Why it cannot be told, where there is an open dead letter.</param>
public sealed record ProjectionLine(string Key, string PartyNumber, bool Open, IReadOnlyDictionary<string, string> Attributes, bool Due, string? Dead);

/// <summary>GET /api/projections/{system}: JSON lines, one a key, in the order of keys; what convergence is compared with.</summary>
internal static class ListProjections
{
    private const int Page = 500;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/projections/{system}", async Task (string system, HttpContext http, EcifDatabase database, IntakeRules rules, CancellationToken cancellation) =>
        {
            if (!rules.Subscriptions.TryGetValue(system, out var subscription))
            {
                await Problems.NotFound("system.unknown", "There is no such system").ExecuteAsync(http);
                return;
            }

            http.Response.ContentType = "application/jsonl; charset=utf-8";
            var after = "";
            while (true)
            {
                var page = await PageAsync(database, system, subscription, after, cancellation);
                foreach (var line in page)
                {
                    await JsonSerializer.SerializeAsync(http.Response.Body, line, JsonSerializerOptions.Web, cancellation);
                    await http.Response.WriteAsync("\n", cancellation);
                }

                if (page.Count < Page)
                {
                    return;
                }

                after = page[^1].Key;
            }
        })
        .Requires(Permission.ProjectionsRead).WithName("ListProjections").WithSummary("What every key of a system is to hold, as JSON lines").ExcludeFromDescription();

    private static Task<List<ProjectionLine>> PageAsync(EcifDatabase database, string system, Contracts.ISubscription subscription, string after, CancellationToken cancellation) =>
        database.ReadAsync(async session =>
        {
            var keys = await session.QueryAsync(
                "SELECT key FROM ecif.source_record WHERE system = @system AND key > @after ORDER BY key LIMIT @page",
                r => (system, r.GetString(0)), ("system", system), ("after", after), ("page", Page));
            var records = (await MasterStore.RecordsAsync(session, keys)).ToDictionary(r => r.Key);
            var parties = (await MasterStore.ReadPartiesAsync(session, [.. records.Values.Select(r => r.PartyId).Distinct()])).ToDictionary(p => p.Id);
            var store = new DeliveryStore(session);
            await store.ReadDeliveriesAsync(keys);
            return keys.Select(k => records[k.Item2]).Select(record =>
            {
                var party = parties[record.PartyId];
                var projection = Projecting.Project(party, record, subscription);
                var delivery = store.Deliveries.GetValueOrDefault(record.Address);
                return new ProjectionLine(record.Key, party.Number, record.IsOpen, projection.Attributes,
                    delivery is { State: DeliveryState.Due or DeliveryState.Sent }, delivery is { State: DeliveryState.Dead or DeliveryState.Skipped } ? delivery.Code : null);
            }).ToList();
        }, cancellation);
}
