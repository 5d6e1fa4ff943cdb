using System.Diagnostics;
using System.Globalization;
using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Kernel.Storage;
using Granary.Ocrm;
using Granary.Ocrm.Analysis;
using Granary.Ocrm.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Granary.Bench;

/// <summary>
/// Answers to a questionnaire of thirty questions: what they say under random filters and cross tables, at the server, from the request's body to
/// the view, while new ones come in. Beside it one question's sum as bare SQL over jsonb, and the bare insert of the same rows.
/// </summary>
internal static class AnalysisBench
{
    private const int PerSecond = 200;
    private const int Seconds = 30;

    /// <summary>Milliseconds, said and not judged: what else the machine does falls on it, so the ratio is the budget.</summary>
    private const int Most = 300;

    /// <param name="kept">A connection string of an empty PostgreSQL database to fill and keep, or of one that an earlier run filled; null for fresh ones.</param>
    /// <returns>Whether the budgets are met.</returns>
    public static async Task<bool> RunAsync(int answers, int seed, string? kept, IReadOnlyDictionary<string, double> budgets)
    {
        if (kept is not null)
        {
            return await OnAsync(kept, "postgresql", answers, seed, budgets);
        }

        var met = true;
        foreach (var engine in BenchEngine.Available().Where(e => e.Name == "postgresql" || answers <= 100_000))
        {
            var (connection, drop) = await engine.CreateAsync();
            try
            {
                Console.WriteLine($"{engine.Name}: {answers:#,0} answers to thirty questions, seed {seed}");
                met &= await OnAsync(connection, engine.Name, answers, seed, budgets);
            }
            finally
            {
                await drop();
            }
        }

        return met;
    }

    private static async Task<bool> OnAsync(string connection, string engine, int answers, int seed, IReadOnlyDictionary<string, double> budgets)
    {
        // The bare sum reads every answer's text, which takes its time on a machine that does other work.
        await using var database = new OcrmDatabase(engine == "postgresql" ? new NpgsqlConnectionStringBuilder(connection) { CommandTimeout = 300 }.ToString() : connection);
        await database.MigrateAsync(TimeProvider.System, CancellationToken.None);
        var limits = new OcrmLimits();
        using var pack = new PackAnswers(database, limits, TimeProvider.System, NullLogger<PackAnswers>.Instance);
        var questionnaire = await FilledAsync(database) ?? await FillAsync(database, answers, seed);
        await TimedAsync("packed", async () =>
        {
            while (await pack.StepAsync(CancellationToken.None))
            {
            }
        });
        if (engine == "postgresql")
        {
            await database.WriteAsync(s => s.ExecuteAsync("ANALYZE ocrm.response"), CancellationToken.None);
        }

        var desk = new Lookers(database, limits, questionnaire, seed);
        Console.WriteLine($"  {MachineLoad.Now}");
        await TimedAsync("first look after a start", () => desk.LookAsync(new AnalysisFilter()));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  memory after it: {GC.GetTotalMemory(true) / 1_048_576.0:0} MB"));
        await desk.ReportAsync("no filter, nothing coming in", () => desk.LookAsync(new AnalysisFilter()));
        var bare = await BareSumAsync(database, questionnaire, engine);
        using var stop = new CancellationTokenSource();
        var packing = Task.Run(() => PackAsync(pack, limits, stop.Token));
        var coming = Task.Run(() => ComeAsync(database, questionnaire, seed, stop.Token));
        await Task.Delay(1_000, CancellationToken.None);
        var p95 = await desk.RunAsync(TimeSpan.FromSeconds(Seconds));
        await stop.CancelAsync();
        await packing;
        var (rate, slowest) = await coming;
        var (taken, plain) = await InsertsAsync(database, questionnaire, seed);
        var sum = bare / p95;
        var insert = taken / plain;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {rate:0} answers a second completed meanwhile (asked {PerSecond}), p95 {slowest:0.0} ms each"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  unpaced: completed {taken:0}/s, bare insert {plain:0}/s, ratio {insert:0.00}, budget {budgets[$"answers/{engine}"]:0.00}"));
        Console.WriteLine($"  slowest p95 {p95:0} ms, asked {Most}: {(p95 <= Most ? "met" : "MISSED")}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  bare sum of one question over jsonb {bare:0} ms by the slowest p95 {p95:0} ms: {sum:0.0}, budget {budgets[$"analysis/{engine}"]:0.0}"));
        Console.WriteLine($"  {MachineLoad.Now}");
        return sum >= budgets[$"analysis/{engine}"] && insert >= budgets[$"answers/{engine}"];
    }

    private static async Task<long?> FilledAsync(OcrmDatabase database) =>
        await database.ReadAsync(session => session.QueryAsync("SELECT id FROM ocrm.questionnaire WHERE title = '三十问'", r => r.GetInt64(0)), CancellationToken.None) is [var id] ? id : null;

    private static async Task<long> FillAsync(OcrmDatabase database, int answers, int seed)
    {
        var questionnaire = (await database.WriteAsync(session => session.QueryAsync(
            "INSERT INTO ocrm.questionnaire (entity, unit, owner, title, kind, anonymous, state, current, draft, changed_by, changed_at, created_at, version) VALUES ('', '00', '', '三十问', 'survey', 0, 'published', 1, '{}', '', 0, 0, 1) RETURNING id",
            r => r.GetInt64(0)), CancellationToken.None))[0];
        await database.WriteAsync(session => session.ExecuteAsync(
            "INSERT INTO ocrm.questionnaire_version (questionnaire, number, document, note, published_by, published_at) VALUES (@id, 1, @document, '', '', 0)", ("id", questionnaire), ("document", AnsweredSurvey.Document)), CancellationToken.None);
        await TimedAsync("written", async () =>
        {
            var (random, now) = (new Random(seed), TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
            for (var done = 0; done < answers; done += 20_000)
            {
                var part = Enumerable.Range(0, Math.Min(20_000, answers - done)).Select(_ => AnsweredSurvey.Make(questionnaire, random, now)).ToList();
                await database.WriteAsync(session => session.CopyAsync(AnsweredSurvey.Insert, part), CancellationToken.None);
            }
        });
        return questionnaire;
    }

    /// <summary>One question's counts over all answers, as anybody would write it: the best of three.</summary>
    private static async Task<double> BareSumAsync(OcrmDatabase database, long questionnaire, string engine)
    {
        var value = engine == "postgresql" ? "r.answers::jsonb ->> 'one1'" : "r.answers ->> 'one1'";
        var best = double.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await database.ReadAsync(session => session.QueryAsync($"SELECT {value}, count(*) FROM ocrm.response r WHERE r.questionnaire = @id AND r.state = 'complete' GROUP BY 1", r => r.GetInt64(1), ("id", questionnaire)), CancellationToken.None);
            best = Math.Min(best, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return best;
    }

    private static async Task PackAsync(PackAnswers pack, OcrmLimits limits, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            while (await pack.StepAsync(CancellationToken.None))
            {
            }

            await Task.Delay(limits.PackPoll, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Answers that are begun and completed at an even pace, each in two transactions.</summary>
    private static async Task<(double Rate, double P95)> ComeAsync(OcrmDatabase database, long questionnaire, int seed, CancellationToken stop)
    {
        const int lines = 4;
        var (started, done, times) = (Stopwatch.GetTimestamp(), 0, new List<double>());
        await Parallel.ForEachAsync(Enumerable.Range(0, lines), new ParallelOptions { MaxDegreeOfParallelism = lines, CancellationToken = CancellationToken.None }, async (line, _) =>
        {
            var random = new Random(seed + line);
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                var due = TimeSpan.FromSeconds((double)i * lines / PerSecond) - Stopwatch.GetElapsedTime(started);
                if (due > TimeSpan.Zero)
                {
                    await Task.Delay(due, CancellationToken.None);
                }

                var began = Stopwatch.GetTimestamp();
                await CompleteAsync(database, AnsweredSurvey.Make(questionnaire, random, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()));
                lock (times)
                {
                    times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                    done++;
                }
            }
        });
        times.Sort();
        return (done / Stopwatch.GetElapsedTime(started).TotalSeconds, times[(int)(times.Count * 0.95)]);
    }

    private static async Task CompleteAsync(OcrmDatabase database, Answered answered)
    {
        var columns = AnsweredSurvey.Insert.Columns;
        var open = answered with { State = "open", Answers = "{}" };
        var id = (await database.WriteAsync(session => session.QueryAsync(
            $"INSERT INTO ocrm.response ({AnsweredSurvey.Insert.ColumnList}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@c{i}"))}) RETURNING id", r => r.GetInt64(0),
            [.. columns.Select((c, i) => ($"c{i}", c.Value(open)))]), CancellationToken.None))[0];
        await database.WriteAsync(session => session.ExecuteAsync(
            "UPDATE ocrm.response SET state = @state, answers = @answers, score = @score, band = @band, at = @at WHERE id = @id",
            ("state", answered.State), ("answers", answered.Answers), ("score", answered.Score), ("band", answered.Band), ("at", answered.At), ("id", id)), CancellationToken.None);
    }

    /// <summary>As many as go in some seconds: completed with all that hangs on it, and the row alone into a table without anything.</summary>
    private static async Task<(double Taken, double Plain)> InsertsAsync(OcrmDatabase database, long questionnaire, int seed)
    {
        await database.WriteAsync(session => session.ExecuteAsync("CREATE TABLE IF NOT EXISTS ocrm.bare AS SELECT * FROM ocrm.response WHERE 1 = 0"), CancellationToken.None);
        var columns = AnsweredSurvey.Insert.Columns;
        var random = new Random(seed);
        var taken = await RateAsync(answered => CompleteAsync(database, answered));
        var plain = await RateAsync(answered => database.WriteAsync(session => session.ExecuteAsync(
            $"INSERT INTO ocrm.bare ({AnsweredSurvey.Insert.ColumnList}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@c{i}"))})", [.. columns.Select((c, i) => ($"c{i}", c.Value(answered)))]), CancellationToken.None));
        return (taken, plain);

        async Task<double> RateAsync(Func<Answered, Task> work)
        {
            var (started, done) = (Stopwatch.GetTimestamp(), 0);
            while (Stopwatch.GetElapsedTime(started).TotalSeconds < 4)
            {
                await work(AnsweredSurvey.Make(questionnaire, random, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()));
                done++;
            }

            return done / Stopwatch.GetElapsedTime(started).TotalSeconds;
        }
    }

    private static async Task TimedAsync(string what, Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what}: {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s"));
    }

    /// <summary>Somebody who looks at the page under random filters, and crosses what they see.</summary>
    private sealed class Lookers(OcrmDatabase database, OcrmLimits limits, long questionnaire, int seed)
    {
        private readonly AnswerStore _store = new(limits);
        private readonly OpenAnalysis _open = new(database, limits, new ListLimits(), []);
        private readonly Random _random = new(seed);
        private readonly string _id = questionnaire.ToString(CultureInfo.InvariantCulture);
        private readonly Caller _caller = Sees(Sight.Everything);
        private readonly Caller _head = Sees(new Sight { Units = [.. Enumerable.Range(1, 5).Select(o => $"23012103{o:D2}")] });

        public Task LookAsync(AnalysisFilter filter) => LookAsync(_caller, filter);

        public async Task<double> RunAsync(TimeSpan time)
        {
            var (alls, pages, crosses, heads, started) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), Stopwatch.GetTimestamp());
            while (Stopwatch.GetElapsedTime(started) < time)
            {
                await AddAsync(alls, () => LookAsync(new AnalysisFilter()));
                await AddAsync(pages, () => LookAsync(_caller, Filter()));
                await AddAsync(crosses, () => CrossAsync(Filter()));
                await AddAsync(heads, () => LookAsync(_head, Filter()));
            }

            Print("page, no filter, province", alls);
            Print("page, random filters, province", pages);
            Print("cross table, random filters", crosses);
            Print("page, random filters, head of a branch", heads);
            return new[] { alls, pages, crosses, heads }.Max(P95);
        }

        public async Task ReportAsync(string what, Func<Task> work)
        {
            var times = new List<double>();
            for (var i = 0; i < 20; i++)
            {
                await AddAsync(times, work);
            }

            Print(what, times);
        }

        private AnalysisFilter Filter()
        {
            var conditions = new List<AnswerCondition>();
            for (var i = _random.Next(4); i > 0; i--)
            {
                conditions.Add(_random.Next(8) switch
                {
                    0 => new("@unit", [$"2301{_random.Next(20, 30)}"]),
                    1 => new("@via", ["link", "qr"]),
                    2 => new("@band", ["high"]),
                    3 => new("many2", ["c2"]),
                    4 => new("income", ["10000~20000"]),
                    5 => new("grid1[c2]", ["c3", "c4"]),
                    6 => new("rate1", ["9", "10"]),
                    _ => new($"one{_random.Next(1, 11)}", ["c1", "c3"]),
                });
            }

            return new AnalysisFilter(conditions, _random.Next(3) == 0 ? "2026-08-01" : null);
        }

        private async Task LookAsync(Caller caller, AnalysisFilter filter)
        {
            var (view, _) = await database.ReadAsync(session => ShowAnalysis.ReadAsync(session, _open, _store, caller, _id, new AnalysisBody(filter, "zh-cn"), CancellationToken.None), CancellationToken.None);
            _ = view ?? throw new InvalidOperationException("The page was refused.");
        }

        private async Task CrossAsync(AnalysisFilter filter)
        {
            string[] rows = ["@unit", "@month", "@week", "one3", "many3", "grid1[c1]", "rate1", "@version"];
            var body = new CrossBody(filter, rows[_random.Next(rows.Length)], new[] { "one10", "many5", "age", "rank[c2]" }[_random.Next(4)], null, "zh-cn");
            var (view, _) = await database.ReadAsync(session => ShowCross.ReadAsync(session, _open, _store, limits, _caller, _id, body, CancellationToken.None), CancellationToken.None);
            _ = view ?? throw new InvalidOperationException($"The cross table was refused: {body.Row} {body.Column}.");
        }

        private static async Task AddAsync(List<double> times, Func<Task> work)
        {
            var started = Stopwatch.GetTimestamp();
            await work();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        private static double P95(List<double> times) => times.Order().ElementAt((int)(times.Count * 0.95));

        private static void Print(string what, List<double> times) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {what,-42} p50 {times.Order().ElementAt(times.Count / 2),7:0.0} ms   p95 {P95(times),7:0.0} ms   ({times.Count})"));

        private static Caller Sees(Sight sight) => new("bench", "bench", "bench", "", "", new EffectiveRights(
            new Dictionary<string, Sight> { [Permission.QuestionnairesRead] = Sight.Everything, [Permission.AnswersRead] = sight }, new Dictionary<DataClass, FieldSight>(), []), DateTimeOffset.UnixEpoch);
    }
}
