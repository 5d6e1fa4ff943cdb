using System.Collections.Concurrent;
using System.Globalization;
using Granary.Access.Contracts;
using Granary.Ocrm.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Granary.Ocrm.Sending;

/// <summary>The lines of this process, as long as the hub runs.</summary>
internal sealed class RunSending(OcrmDatabase database, SendingSettings settings, INotices notices, UnsubscribeLinks links, SenderName name, OcrmLimits limits, TimeProvider clock, ILogger<RunSending> logger) : BackgroundService
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<SendingLine>> _lines = new(StringComparer.Ordinal);

    /// <summary>Those channels that are on.</summary>
    public IReadOnlyList<ChannelPlan> Plans { get; } = PlansOf(settings, notices, links, limits, clock);

    /// <summary>Lines of a channel that are open, and why nothing passes; an empty text where something does.</summary>
    public (int Open, string Trouble) Standing(string channel) => _lines.TryGetValue(channel, out var lines)
        ? (lines.Count(l => l.IsOpen), lines.Select(l => l.Trouble).FirstOrDefault(t => t.Length > 0) ?? "")
        : (0, "");

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Plans.Select(plan => RunAsync(plan, stoppingToken)));

    private async Task RunAsync(ChannelPlan plan, CancellationToken stopping)
    {
        var sender = $"{name.Text}/{plan.Channel}";
        var book = new SendingBook(database, plan, sender, limits, clock, logger);
        IReadOnlyList<SendingLine> lines = [.. Enumerable.Range(1, plan.Connections).Select(n => new SendingLine(string.Create(CultureInfo.InvariantCulture, $"{sender}/{n}"), plan.Open(), book, limits, clock))];
        _lines[plan.Channel] = lines;
        await book.RunAsync(Task.WhenAll(lines.Select(line => Task.Run(() => line.RunAsync(stopping), CancellationToken.None))), stopping);
    }

    private static List<ChannelPlan> PlansOf(SendingSettings settings, INotices notices, UnsubscribeLinks links, OcrmLimits limits, TimeProvider clock)
    {
        List<ChannelPlan> plans = [new(SendingChannel.InApp, 1, limits.NoticesPerSecond, "", () => new NoticePeer(notices))];
        if (settings.Mail is { } mail)
        {
            plans.Add(new(SendingChannel.Mail, mail.Connections, mail.PerSecond, mail.From[mail.From.LastIndexOf('@')..], () => new MailPeer(mail, links, limits, clock)));
        }

        if (settings.Sms is { } sms)
        {
            plans.Add(new(SendingChannel.Sms, sms.Connections, sms.PerSecond, "", () => new SmsPeer(sms, limits)) { Hours = (limits.SmsFrom, limits.SmsUntil) });
        }

        return plans;
    }
}

/// <summary>This process, as the names of its lines begin: another one after each start.</summary>
internal sealed class SenderName
{
    public string Text { get; } = Guid.NewGuid().ToString("n")[..12];
}
