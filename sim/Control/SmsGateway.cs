using System.Collections.Concurrent;

namespace Granary.Sim.Control;

/// <summary>The bank's gateway for SMS: it takes what comes, a repeat under the same id once, and shows the last of it.</summary>
internal static class SmsGateway
{
    /// <summary>What is kept for whoever looks.</summary>
    private const int Kept = 1_000;

    private sealed record Sms(string? Id, string? To, string? Text);

    public static void MapSmsGateway(this WebApplication app)
    {
        var taken = new ConcurrentDictionary<string, Sms>(StringComparer.Ordinal);
        var last = new ConcurrentQueue<Sms>();
        app.MapPost("/sms", (Sms sms, HttpRequest request) =>
        {
            if (sms is not { To: { Length: 11 } to, Text.Length: > 0 } || !to.All(char.IsAsciiDigit))
            {
                return Results.BadRequest();
            }

            if (taken.TryAdd(request.Headers["Idempotency-Key"].FirstOrDefault() ?? sms.Id ?? "", sms))
            {
                last.Enqueue(sms);
                while (last.Count > Kept && last.TryDequeue(out var old))
                {
                    taken.TryRemove(old.Id ?? "", out _);
                }
            }

            return Results.Accepted();
        });
        app.MapGet("/sms", () => last.Reverse());
    }
}
