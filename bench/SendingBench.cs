using System.Diagnostics;
using System.Globalization;
using Granary.Kernel.Storage;
using Granary.Ocrm;
using Granary.Ocrm.Asking;
using Granary.Ocrm.Sending;
using Granary.Ocrm.Storage;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;

namespace Granary.Bench;

/// <summary>
/// Mails a second through a real server on loopback (aiosmtpd), marked and written down one by one, beside a bare loop that sends the same
/// mails over as many connections and writes nothing down.
/// </summary>
internal static class SendingBench
{
    /// <returns>Whether the budgets are met.</returns>
    public static async Task<bool> RunAsync(int messages, int connections, int rounds, Dictionary<string, double> budgets)
    {
        var met = true;
        foreach (var engine in BenchEngine.Available())
        {
            var ratios = new List<double>();
            for (var round = 0; round < rounds; round++)
            {
                var bare = await WithServerAsync(port => BareAsync(port, messages, connections));
                var ours = await WithServerAsync(port => SendAsync(engine, port, messages, connections));
                ratios.Add(ours / bare);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{engine.Name,-10}  round {round + 1}: {ours,6:0} mails/s over {connections} connections, bare loop {bare,6:0}/s, ratio {ours / bare:0.00}"));
            }

            var ratio = ratios.Order().ElementAt(rounds / 2);
            var budget = budgets[$"sending/{engine.Name}"];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{engine.Name,-10}  median ratio {ratio:0.00}, budget {budget:0.00}: {(ratio >= budget ? "met" : "MISSED")}"));
            met &= ratio >= budget;
        }

        return met;
    }

    private static async Task<double> SendAsync(BenchEngine engine, int port, int messages, int connections)
    {
        var (place, drop) = await engine.CreateAsync();
        var database = new OcrmDatabase(place);
        try
        {
            await database.MigrateAsync(TimeProvider.System, CancellationToken.None);
            var outgoing = new Outgoing(new OcrmLimits());
            foreach (var batch in Enumerable.Range(0, messages).Chunk(500))
            {
                await database.WriteAsync(session => outgoing.AddAsync(session, [.. batch.Select(n => new OutgoingMessage(
                    $"bench/{n}", 0, "230521", "marketing", SendingChannel.Mail, To(n), Subject, Body, "", 1) { NeedsNoConsent = true })]), CancellationToken.None);
            }

            var limits = new OcrmLimits();
            var settings = new MailSettings("127.0.0.1", port, SecureSocketOptions.None, "", "", "bank@bank.example", "", "", null, connections, 1_000_000);
            var links = new UnsubscribeLinks(new SignedLinks(null), new AskingOptions("", null));
            var plan = new ChannelPlan(SendingChannel.Mail, connections, 1_000_000, "@bank.example", () => new MailPeer(settings, links, limits, TimeProvider.System));
            var book = new SendingBook(database, plan, "bench/mail", limits, TimeProvider.System, NullLogger.Instance);
            using var stop = new CancellationTokenSource();
            var watch = Stopwatch.StartNew();
            var lines = Task.WhenAll(Enumerable.Range(1, connections).Select(n => Task.Run(() => new SendingLine($"bench/mail/{n}", plan.Open(), book, limits, TimeProvider.System).RunAsync(stop.Token))));
            var running = book.RunAsync(lines, stop.Token);
            while (await LeftAsync(database) > 0)
            {
                await Task.Delay(50);
            }

            var perSecond = messages / watch.Elapsed.TotalSeconds;
            await stop.CancelAsync();
            await running;
            return perSecond;
        }
        finally
        {
            await database.DisposeAsync();
            await drop();
        }
    }

    private static Task<int> LeftAsync(OcrmDatabase database) => database.ReadAsync(async session => (await session.QueryAsync(
        "SELECT o.id FROM ocrm.outgoing o WHERE o.channel = 'mail' AND o.state IN ('queued', 'sending') LIMIT 1", r => r.GetInt64(0))).Count, CancellationToken.None);

    private static async Task<double> BareAsync(int port, int messages, int connections)
    {
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(line => Task.Run(async () =>
        {
            using var client = new SmtpClient();
            await client.ConnectAsync("127.0.0.1", port, SecureSocketOptions.None);
            for (var n = line; n < messages; n += connections)
            {
                using var mime = new MimeMessage { MessageId = $"{n}@bank.example", Subject = Subject, Body = new TextPart("plain") { Text = Body } };
                mime.From.Add(new MailboxAddress("", "bank@bank.example"));
                mime.To.Add(new MailboxAddress("", To(n)));
                await client.SendAsync(mime);
            }

            await client.DisconnectAsync(quit: true);
        })));
        return messages / watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> WithServerAsync(Func<int, Task<double>> run)
    {
        var file = Path.GetTempFileName();
        var start = new ProcessStartInfo("/usr/bin/python3") { RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "recording_smtp.py"));
        start.ArgumentList.Add(file);
        using var server = Process.Start(start)!;
        try
        {
            return await run(int.Parse((await server.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture));
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
            File.Delete(file);
        }
    }

    private const string Subject = "定期存款到期提醒";
    private const string Body = "尊敬的客户：您好。您的定期存款即将到期，欢迎到网点办理续存。";

    private static string To(int n) => string.Create(CultureInfo.InvariantCulture, $"customer{n}@customer.example");
}
