using System.Text.Json.Nodes;
using Granary.Access.Contracts;
using Granary.Access;
using Granary.Ecif.Distribution;
using Granary.Host.Web;

namespace Granary.Host.Demo;

/// <summary>The demo's buttons: what a customer does at one simulated system, passed on to the simulated bank.</summary>
internal static class DemoModule
{
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(30);

    public static void MapDemo(this IEndpointRouteBuilder api, IHostApplicationLifetime life, HubOptions options)
    {
        if (options.Simulator is not { } simulator)
        {
            return;
        }

        var bank = new HttpClient { BaseAddress = simulator, Timeout = AnswersWithin };
        life.ApplicationStopped.Register(bank.Dispose);
        var demo = api.MapGroup("/demo").WithTags("demo").Requires(Permission.DemoDrive);
        demo.MapPost("/change", async (DemoChange change, CancellationToken cancellation) => change.System is { Length: > 0 } system
                ? await PassOnAsync(bank, $"/systems/{Uri.EscapeDataString(system)}/change", new JsonObject { ["key"] = change.Key }, cancellation)
                : Problems.Of(StatusCodes.Status400BadRequest, "bad-request", "Which system? The field is missing."))
            .Produces<DemoReply>()
            .WithSummary("A customer of one simulated system changes something there.");
        demo.MapPost("/open", (DemoOpen open, CancellationToken cancellation) =>
                PassOnAsync(bank, "/people/open", new JsonObject { ["from"] = open.From, ["to"] = open.To }, cancellation))
            .Produces<DemoReply>()
            .WithSummary("A customer of one simulated system walks into a second one.");
        demo.MapPost("/close-day", async (DayClose day, CancellationToken cancellation) =>
            {
                day.Ask(); // the hub's own files
                return await PassOnAsync(bank, "/close-day", new JsonObject(), cancellation);
            })
            .Produces<DemoReply>()
            .WithSummary("The bank closes its day: the file pairs are written and read.");
    }

    private static async Task<IResult> PassOnAsync(HttpClient bank, string path, JsonObject body, CancellationToken cancellation)
    {
        try
        {
            using var response = await bank.PostAsJsonAsync(path, body, cancellation);
            return response.IsSuccessStatusCode
                ? TypedResults.Ok(DemoReply.Of(await response.Content.ReadFromJsonAsync<JsonObject>(cancellation)))
                : Problems.Of((int)response.StatusCode is >= 400 and < 500 ? (int)response.StatusCode : StatusCodes.Status502BadGateway, "simulator", "The simulated bank cannot do that now.");
        }
        catch (HttpRequestException)
        {
            return Problems.Of(StatusCodes.Status502BadGateway, "simulator", "The simulated bank does not answer.");
        }
    }
}

/// <param name="Key">A customer of the system; null for any.</param>
internal sealed record DemoChange(string? System, string? Key);

/// <param name="From">Where the person is a customer already; null for any system.</param>
/// <param name="To">Where the person opens; null for any other.</param>
internal sealed record DemoOpen(string? From, string? To);

/// <summary>What happened at the bank. The party is not known yet: the message is on its way.</summary>
internal sealed record DemoReply(string? PartyNumber, string? System, string? Key, string? What)
{
    public static DemoReply Of(JsonObject? bank) =>
        new(null, (bank?["to"] ?? bank?["system"])?.GetValue<string>(), bank?["key"]?.GetValue<string>(), bank?["what"]?.GetValue<string>());
}
