using System.Text.Json;
using Granary.Sim.Running;

namespace Granary.Sim.Control;

/// <summary>The control API of the simulated bank: JSON over HTTP, on loopback only. Who drives a demonstration or a test speaks to it.</summary>
internal static class ControlApi
{
    private sealed record RateRequest(double Rate);

    private sealed record ChangeRequest(string? Key);

    private sealed record OpenRequest(string? From, string? To);

    private sealed record CloseRequest(DateOnly? Date);

    private sealed record ReplayRequest(string Directory, double? Speed, bool? WaitForQuiet);

    public static void MapControlApi(this WebApplication app)
    {
        var bank = app.Services.GetRequiredService<Bank>();
        var stopping = app.Lifetime.ApplicationStopping;
        app.MapGet("/health", () => Results.Ok(new { status = "ok" }));
        app.MapGet("/quiet", () => Results.Ok(new { quiet = bank.Pending == 0, pending = bank.Pending, rate = bank.Life.Rate }));
        app.MapGet("/systems", () => bank.Systems.Select(Describe));
        app.MapGet("/systems/{system}/customers", (string system) => bank.Find(system) is { } found ? Customers(found) : NoSuch(system));
        app.MapPost("/systems/{system}/switches", (string system, SwitchesChange change) =>
            bank.Find(system) is { } found ? Results.Ok(found.Switch(change)) : NoSuch(system));
        app.MapPost("/life", (RateRequest request) =>
        {
            bank.Life.SetRate(Math.Clamp(request.Rate, 0, 10_000));
            return Results.Ok(new { rate = bank.Life.Rate });
        });
        app.MapPost("/systems/{system}/change", async (string system, ChangeRequest? request) =>
            bank.Find(system) is not { } found ? NoSuch(system) :
            await bank.Life.ChangeAsync(found, request?.Key) is { } changed ? Results.Ok(changed) : Nobody());
        app.MapPost("/systems/{system}/holding", (string system, ChangeRequest? request) =>
            bank.Find(system) is not { } found ? NoSuch(system) :
            found.Tell(request?.Key) is var (key, account) ? Results.Ok(new { system = found.Format.System, key, account }) : Nobody());
        app.MapPost("/people/open", async (OpenRequest? request) =>
        {
            var (from, to) = (request?.From is { } f ? bank.Find(f) : null, request?.To is { } t ? bank.Find(t) : null);
            return request?.From is not null && from is null ? NoSuch(request.From) :
                request?.To is not null && to is null ? NoSuch(request.To) :
                await bank.Life.OpenAsync(from, to, stopping) is { } opened ? Results.Ok(opened) : Nobody();
        });
        app.MapPost("/close-day", (CloseRequest? request) => bank.Files is null
            ? NoSuch(Systems.SystemFormats.FileSystem)
            : Results.Ok(new { date = bank.CloseDay(request?.Date) }));
        app.MapSmsGateway();
        app.MapGet("/replay", bank.Replay.Progress);
        app.MapPost("/replay", (ReplayRequest request) => Replay(bank, request, stopping));
        app.MapGet("/truth", () => Results.Text(bank.World.Truth(), "text/csv"));
    }

    private static object Describe(BankSystem system) => new
    {
        system = system.Format.System,
        customers = system.Book.Count,
        connectedIn = system.Listener?.Open ?? 0,
        connectedOut = system.Calls?.Open ?? 0,
        sent = system.Counters.Sent,
        answered = system.Counters.Answered,
        received = system.Counters.Received,
        refused = system.Counters.Refusals.Values.Sum(),
        duplicates = system.Counters.Duplicates,
        pending = system.IsFiles ? system.Book.Unanswered.Count : system.Outbox.Pending,
        switches = system.Switches,
    };

    private static IResult Customers(BankSystem system) => Results.Stream(
        async body =>
        {
            await using var lines = new StreamWriter(body, leaveOpen: true);
            foreach (var customer in system.Book.Customers)
            {
                await lines.WriteLineAsync(JsonSerializer.Serialize(
                    new
                    {
                        key = customer.Key,
                        closed = customer.Closed,
                        fields = new Dictionary<string, string?>(customer.Fields) { [Formats.Fields.Kind] = customer.Kind },
                        groups = customer.Groups,
                    },
                    JsonSerializerOptions.Web));
            }
        },
        "application/x-ndjson");

    private static IResult Replay(Bank bank, ReplayRequest request, CancellationToken stopping)
    {
        try
        {
            return bank.Replay.Start(request.Directory, request.Speed, request.WaitForQuiet ?? false, stopping)
                ? Results.Accepted("/replay", bank.Replay.Progress())
                : Results.Problem("a replay is running", statusCode: StatusCodes.Status409Conflict);
        }
        catch (Exception error) when (error is InvalidDataException or IOException or Formats.BadFrameException or Formats.BadMessageException)
        {
            return Results.Problem(error.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }

    private static IResult NoSuch(string system) => Results.Problem($"{system} is not simulated here", statusCode: StatusCodes.Status404NotFound);

    private static IResult Nobody() => Results.Problem("no such customer, or none that can be changed so", statusCode: StatusCodes.Status404NotFound);
}
