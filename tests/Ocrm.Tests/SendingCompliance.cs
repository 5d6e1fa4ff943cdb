using System.Globalization;
using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Sending;
using Granary.Tests;
using MailKit.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Granary.Ocrm.Tests;

/// <summary>What sending promises, on each engine (docs/cases.md, SEND).</summary>
public abstract class SendingCompliance(Granary.Tests.Engine engine)
{
    private const int Messages = 200;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact, Trait("Case", "SEND-10")]
    public async Task Whatever_a_server_does_at_whatever_stage_nobody_gets_two_and_a_doubt_is_where_it_fell_silent_after_354()
    {
        var seed = Random.Shared.Next(1_000_000);
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var desk = await Desk.StartAsync(engine);
        await using var server = new ScriptedSmtp(stage =>
        {
            lock (random)
            {
                return random.NextDouble() < 0.85 ? SmtpAct.Go : stage == SmtpStage.Text ? SmtpAct.Close : (SmtpAct)random.Next(1, stage == SmtpStage.End ? 6 : 5);
            }
        });
        await AddAsync(desk, [.. Enumerable.Range(0, Messages).Select(n => Mail($"m/{n}", $"a{n}@customer.example"))]);
        await SendAsync(desk, server.Port);

        var rows = await RowsAsync(desk);
        var taken = server.Taken.ToLookup(t => t.To, t => t.MessageId);
        var done = server.Done.ToLookup(d => d.To);
        Assert.Equal(Messages, rows.Count);
        foreach (var row in rows)
        {
            var said = $"seed {seed}: {row.Address} is {row.State} {row.Outcome}, taken {taken[row.Address].Count()} after {string.Join(", ", done[row.Address].Select(d => $"{d.Stage} {d.Act}"))}";
            var silent = done[row.Address].Count(d => d is { Stage: >= SmtpStage.Text, Act: SmtpAct.Close or SmtpAct.Garble or SmtpAct.TakeAndClose });
            var refused = done[row.Address].Any(d => d.Act == SmtpAct.Refuse);
            Assert.True(row.State == (silent > 0 ? "in-doubt" : refused ? "refused" : "sent"), said);
            Assert.True(taken[row.Address].Count() <= 1 && silent <= 1, said);
            Assert.True(row.State != "sent" || taken[row.Address].SequenceEqual([row.MessageId]), said);
            Assert.True(row.State != "refused" || (!taken[row.Address].Any() && row.Outcome == "550 5.7.1"), said);
            Assert.DoesNotContain('@', row.Outcome);
        }

        Assert.Contains(rows, r => r.State == "sent");
        Assert.All(server.Taken.Select(t => t.Text), text => Assert.Contains("Subject: =?utf-8?", text, StringComparison.Ordinal));
    }

    [Fact, Trait("Case", "SEND-11")]
    public async Task What_a_dead_sender_was_sending_is_in_doubt_and_a_word_that_comes_late_ends_the_doubt_unless_somebody_decided()
    {
        var clock = new SetClock("2026-06-01 09:00");
        await using var desk = await Desk.StartAsync(engine, clock: clock);
        var ledger = Ledger(desk, "x");
        await AddAsync(desk, Mail("m/1", "a@customer.example"), Mail("m/2", "b@customer.example"), Mail("m/3", "c@customer.example"), Mail("m/4", "d@customer.example"));
        var taken = await desk.Database.WriteAsync(async session =>
        {
            await ledger.HoldAsync(session, clock.Now);
            return await ledger.TakeAsync(session, ["x/1", "x/2", "x/3"], clock.Now);
        }, CancellationToken.None);
        Assert.Equal(["sending", "sending", "sending", "queued"], await StatesAsync(desk));
        var sweep = new DoubtUnheard(desk.Database, new SenderName(), new OcrmLimits(), clock, NullLogger<DoubtUnheard>.Instance);
        if (desk.Database.IsShared)
        {
            Assert.Equal(0, await sweep.SweepAsync(CancellationToken.None)); // alive, as far as one knows
            clock.Now += new OcrmLimits().SendingLease + TimeSpan.FromSeconds(1);
        }

        await sweep.SweepAsync(CancellationToken.None);
        Assert.Equal(["in-doubt", "in-doubt", "in-doubt", "queued"], await StatesAsync(desk));
        desk.As = Desk.Caller(Sight.Everything);
        Assert.Equal(1, await ActAsync(desk, "send-again", "m/2"));
        Assert.Equal(1, await ActAsync(desk, "let-be", "m/3"));
        await desk.Database.WriteAsync(session => ledger.TellAsync(session, [.. taken.Select(t => new Told(t.Key, t.Value, new Outcome(OutgoingState.Sent, "250")))], clock.Now), CancellationToken.None);
        Assert.Equal(["sent", "queued", "in-doubt", "queued"], await StatesAsync(desk));
    }

    [Fact, Trait("Case", "SEND-12")]
    public async Task A_doubt_is_sent_again_only_when_somebody_says_so_with_a_reason_as_a_new_attempt_with_an_id_of_its_own()
    {
        await using var desk = await Desk.StartAsync(engine);
        var acts = new Queue<SmtpAct>([SmtpAct.TakeAndClose, SmtpAct.Go]);
        await using var server = new ScriptedSmtp(stage => stage == SmtpStage.End ? acts.Dequeue() : SmtpAct.Go);
        await AddAsync(desk, Mail("m/1", "a@customer.example"));
        await SendAsync(desk, server.Port);
        await SendAsync(desk, server.Port);
        Assert.Equal(["in-doubt"], await StatesAsync(desk));
        Assert.Single(server.Taken);
        Assert.Equal(0, await ActAsync(desk, "send-again", "m/1", reason: "", problem: "reason-missing"));
        Assert.Equal(1, await ActAsync(desk, "send-again", "m/1"));
        Assert.Equal(0, await ActAsync(desk, "send-again", "m/1", problem: "not-in-doubt"));
        await SendAsync(desk, server.Port);
        Assert.Equal(["sent"], await StatesAsync(desk));
        Assert.Equal(2, server.Taken.Select(t => t.MessageId).Distinct().Count());
        Assert.Equal((await RowsAsync(desk))[0].MessageId, server.Taken.Last().MessageId);
        Assert.Equal(["outgoing/m/1 told us on the phone that nothing came again"], await desk.Database.ReadAsync(s => s.QueryAsync(
            "SELECT subject || ' ' || reason || ' ' || after FROM ocrm.audit WHERE act = 'outgoing.again'", r => r.GetString(0)), CancellationToken.None));
    }

    [Fact, Trait("Case", "SEND-13")]
    public async Task What_is_held_or_cancelled_while_it_is_being_sent_and_comes_back_is_not_tried_again()
    {
        await using var desk = await Desk.StartAsync(engine);
        var ledger = Ledger(desk, desk.Services.GetRequiredService<SenderName>().Text);
        await AddAsync(desk, Mail("m/1", "a@customer.example"), Mail("n/1", "b@customer.example"));
        await desk.Database.WriteAsync(async session =>
        {
            var now = TimeProvider.System.GetUtcNow();
            await ledger.HoldAsync(session, now);
            var taken = await ledger.TakeAsync(session, ["x/1", "x/2"], now);
            await Outgoing.HoldAsync(session, "m/");
            await Outgoing.CancelAsync(session, "n/");
            await ledger.TellAsync(session, [.. taken.Select(t => new Told(t.Key, t.Value, Outcome.Again("451")))], now);
        }, CancellationToken.None);
        Assert.Equal(["held", "cancelled"], await StatesAsync(desk));
    }

    [Fact, Trait("Case", "SEND-14")]
    public async Task The_page_counts_messages_by_channel_and_state_says_what_is_off_and_shows_addresses_masked()
    {
        await using var desk = await Desk.StartAsync(engine);
        await AddAsync(desk, Mail("m/1", "wang@customer.example"), Mail("m/2", ""));
        var (status, body) = await desk.SendAsync(HttpMethod.Get, "/sending");
        Assert.Equal(200, status);
        var mail = body.EnumerateArray().Single(c => c.GetProperty("channel").GetString() == "mail");
        Assert.Equal((false, 1L), (mail.GetProperty("on").GetBoolean(), mail.GetProperty("queued").GetInt64()));
        Assert.True(body.EnumerateArray().Single(c => c.GetProperty("channel").GetString() == "inapp").GetProperty("on").GetBoolean());
        desk.As = Desk.Caller(Sight.Everything, FieldSight.Masked, FieldSight.Masked, FieldSight.Hidden);
        var rows = (await desk.SendAsync(HttpMethod.Post, "/lists/outgoing/rows", new { })).Body.GetProperty("rows").EnumerateArray().ToList();
        Assert.Contains("w***@customer.example", rows.Select(r => Cell(r, "address")));
        Assert.DoesNotContain(rows, r => r.ToString().Contains("wang", StringComparison.Ordinal));
        desk.As = Desk.Caller(new Sight { Entities = ["230183"] });
        Assert.Equal(0, (await desk.SendAsync(HttpMethod.Post, "/lists/outgoing/rows", new { })).Body.GetProperty("rows").GetArrayLength());
    }

    private static string? Cell(JsonElement row, string column) => row.GetProperty("cells").GetProperty(column).GetString();

    internal static OutgoingMessage Mail(string key, string address) => new(key, 0, "230521", "marketing", "mail", address, "您好", "Good day", "", 1) { NeedsNoConsent = true };

    internal static Task AddAsync(Desk desk, params OutgoingMessage[] messages) =>
        desk.Database.WriteAsync(session => desk.Services.GetRequiredService<Outgoing>().AddAsync(session, messages), CancellationToken.None);

    /// <summary>Sends with four lines until nothing is queued any more.</summary>
    private static Task SendAsync(Desk desk, int port)
    {
        var limits = new OcrmLimits { SendingPause = TimeSpan.FromMilliseconds(5), SendingPauseMost = TimeSpan.FromMilliseconds(20), SendingRetry = TimeSpan.FromMilliseconds(1), SendingRetryMost = TimeSpan.FromMilliseconds(5), SendingPoll = TimeSpan.FromMilliseconds(10) };
        var settings = new MailSettings("127.0.0.1", port, SecureSocketOptions.None, "", "", "bank@bank.example", "银行", "stop@bank.example", null, 4, 10_000);
        return SendAsync(desk, new ChannelPlan("mail", 4, 10_000, "@bank.example", () => new MailPeer(settings, desk.Services.GetRequiredService<UnsubscribeLinks>(), limits, TimeProvider.System)), limits);
    }

    internal static async Task SendAsync(Desk desk, ChannelPlan plan, OcrmLimits limits)
    {
        var name = $"{desk.Services.GetRequiredService<SenderName>().Text}/{plan.Channel}";
        var book = new SendingBook(desk.Database, plan, name, limits, TimeProvider.System, NullLogger.Instance);
        using var stop = new CancellationTokenSource();
        using var patience = new CancellationTokenSource(Patience);
        var lines = Task.WhenAll(Enumerable.Range(1, plan.Connections).Select(n => new SendingLine(string.Create(CultureInfo.InvariantCulture, $"{name}/{n}"), plan.Open(), book, limits, TimeProvider.System).RunAsync(stop.Token)));
        var running = book.RunAsync(lines, stop.Token);
        while ((await StatesAsync(desk)).Any(state => state is "queued" or "sending"))
        {
            await Task.Delay(20, patience.Token);
        }

        await stop.CancelAsync();
        await running;
        Assert.Empty(await desk.Database.ReadAsync(s => s.QueryAsync("SELECT name FROM ocrm.sender WHERE channel = 'mail'", r => r.GetString(0)), CancellationToken.None));
    }

    internal static Task<List<string>> StatesAsync(Desk desk) => desk.Database.ReadAsync(s => s.QueryAsync("SELECT state FROM ocrm.outgoing ORDER BY key", r => r.GetString(0)), CancellationToken.None);

    private static Task<List<(string Address, string State, string Outcome, string MessageId)>> RowsAsync(Desk desk) => desk.Database.ReadAsync(s => s.QueryAsync(
        "SELECT address, state, outcome, message_id FROM ocrm.outgoing ORDER BY id", r => (r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3))), CancellationToken.None);

    private static SendingLedger Ledger(Desk desk, string name)
    {
        Assert.NotNull(desk);
        return new SendingLedger(new ChannelPlan("mail", 4, 1000, "@bank.example", () => throw new InvalidOperationException()), name, new OcrmLimits());
    }

    private static async Task<int> ActAsync(Desk desk, string act, string key, string reason = "told us on the phone that nothing came", string? problem = null)
    {
        var (status, body) = await desk.SendAsync(HttpMethod.Post, $"/lists/outgoing/actions/{act}", new { filter = new { column = "key", op = "eq", value = key }, arguments = new { reason }, preview = false });
        Assert.True(status == 200, body.ToString());
        Assert.Equal(problem is null ? [] : [problem], body.GetProperty("problems").EnumerateArray().Select(p => p.GetString()!).ToArray());
        return body.GetProperty("affected").GetInt32();
    }
}

public sealed class SqliteSending() : SendingCompliance(new Granary.Tests.Engine.Sqlite());

public sealed class PostgresSending() : SendingCompliance(new Granary.Tests.Engine.Postgres());
