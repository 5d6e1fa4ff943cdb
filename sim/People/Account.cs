namespace Granary.Sim.People;

/// <summary>One account, contract, card or position as its system would print it. Money in yuan.</summary>
/// <param name="Amount">What was lent, or a limit; 0 where there is none.</param>
/// <param name="State">open, overdue or frozen.</param>
internal sealed record Account(
    string Number, string Product, string Title, decimal Balance, decimal Amount, decimal Overdue, decimal Rate, DateOnly Opened, DateOnly? Matures, string State, char Guarantee = 'C');

/// <summary>
/// What a customer has at a system at the end of a day: a function of the customer's key and the day alone, so that no book has to keep it
/// and a day that is told twice is told the same.
/// </summary>
internal static class Accounts
{
    private static readonly (string Product, string Title, int Months, decimal Rate)[] Terms =
        [("DP0203", "整存整取三个月", 3, 0.85m), ("DP0212", "整存整取一年", 12, 1.1m), ("DP0236", "整存整取三年", 36, 1.55m)];

    private static readonly (string Product, string Title, int Most, int Years)[] Loans =
        [("LN0201", "农户小额信用贷款", 50_000, 3), ("LN0204", "农户联保贷款", 100_000, 2), ("LN0301", "个人经营贷款", 500_000, 3), ("LN0401", "个人住房贷款", 400_000, 20)];

    private static readonly decimal[] Limits = [5_000, 20_000, 50_000, 200_000];

    private static readonly (string Product, string Title)[] Agencies = [("0401", "电费代扣"), ("0402", "水费代扣"), ("0501", "城乡居民养老金代发"), ("0502", "粮食直补代发")];

    public static IReadOnlyList<Account> Of(string system, string key, DateOnly day)
    {
        var random = new Random(SeedOf(system, key));
        var opened = new DateOnly(2012, 1, 1).AddDays(random.Next(4_700));
        return system switch
        {
            "CBS" => [Demand(random, key, opened, day), .. Enumerable.Range(1, random.Next(3)).Select(n => Term(random, key, n, day))],
            "CLMS" => [Loan(random, key, day)],
            "CARD" => [Card(random, key, opened, day)],
            "WMS" => [.. Enumerable.Range(1, 1 + random.Next(2)).Select(n => Position(random, key, n, day))],
            "IBP" => [Agency(random, key, opened)],
            "EBANK" => Channels(random, key, opened),
            _ => [],
        };
    }

    /// <summary>Wages come, the harvest is sold, the rest is spent: a level that is the customer's own, with the months' and the year's waves on it.</summary>
    private static Account Demand(Random random, string key, DateOnly opened, DateOnly day)
    {
        var level = (decimal)Math.Exp(5.5 + (5 * random.NextDouble()));
        var (phase, harvest) = (random.Next(28), random.NextDouble() < 0.4 ? 1.6m : 0.2m);
        var month = 1 - ((day.DayNumber + phase) % 30 / 40m);
        var year = 1 + (harvest * Math.Max(0, 1 - (Math.Abs(day.DayOfYear - 300) / 60m)));
        // Some take nearly everything out one day, and stay away.
        var gone = random.NextDouble() < 0.04 && day.DayNumber % 365 > random.Next(365);
        return new("62" + Digits(key, 17), "DP0101", "活期储蓄", Math.Round(level * month * year * (gone ? 0.05m : 1), 2), 0, 0, 0.05m, opened, null, "open");
    }

    private static Account Term(Random random, string key, int n, DateOnly day)
    {
        var (product, title, months, rate) = Terms[random.Next(Terms.Length)];
        var (since, begun) = Renewed(random, months, day);
        return new($"62{Digits(key + "/" + n, 17)}", product, title, 1_000 * random.Next(1, 200), 0, 0, rate, begun, since.AddMonths(months), "open");
    }

    private static Account Loan(Random random, string key, DateOnly day)
    {
        var (product, title, most, years) = Loans[random.Next(Loans.Length)];
        var principal = (decimal)(most / 10 * random.Next(2, 11));
        var (since, _) = Renewed(random, years * 12, day);
        var paid = Math.Clamp((day.Year - since.Year) * 12 + day.Month - since.Month, 0, years * 12);
        var balance = Math.Round(principal * (1 - (paid / (years * 12m))), 2);
        var late = random.NextDouble() < 0.04 ? Math.Round(principal / (years * 12), 2) : 0;
        return new($"HT{Digits(key, 12)}", product, title, balance, principal, Math.Min(late, balance), 4.35m + (random.Next(8) * 0.25m), since, since.AddYears(years),
            late > 0 ? "overdue" : "open", "CGMP"[random.Next(4)]);
    }

    private static Account Card(Random random, string key, DateOnly opened, DateOnly day)
    {
        var limit = 5_000m * random.Next(1, 11);
        var used = Math.Round(limit * (decimal)random.NextDouble() * ((day.DayNumber + random.Next(30)) % 30 / 30m), 2);
        var expiry = new DateOnly(day.Year + 1 + random.Next(4), 1 + random.Next(12), 28);
        return new($"A{Digits(key, 10)}", "CC01", "福农信用卡", used, limit, 0, 0, opened, expiry, random.NextDouble() < 0.03 ? "frozen" : "open");
    }

    private static Account Position(Random random, string key, int n, DateOnly day)
    {
        var (since, _) = Renewed(random, 12, day);
        return new($"P{Digits(key + "/" + n, 10)}", "WM0301", n == 1 ? "稳健一年" : "月月盈", 10_000 * random.Next(1, 31), 0, 0, 0, since, since.AddMonths(12), "open");
    }

    private static Account Agency(Random random, string key, DateOnly opened)
    {
        var (product, title) = Agencies[random.Next(Agencies.Length)];
        return new($"AG{Digits(key, 10)}", product, title, Math.Round((decimal)random.NextDouble() * 400, 2), 0, 0, 0, opened, null, "open");
    }

    /// <summary>Everybody has the app, some the browser and the notices; notices have no limit.</summary>
    private static IReadOnlyList<Account> Channels(Random random, string key, DateOnly opened)
    {
        Account Of(string product, string title, decimal limit) =>
            new("EC" + Digits($"{product}/{key}", 12), product, title, 0, limit, 0, 0, opened.AddDays(random.Next(200)), null, random.NextDouble() < 0.03 ? "frozen" : "open");
        List<Account> channels = [Of("MOBILE", "手机银行", Limits[random.Next(Limits.Length)])];
        if (random.NextDouble() < 0.3)
        {
            channels.Add(Of("INTERNET", "网上银行", 10 * Limits[random.Next(Limits.Length)]));
        }

        if (random.NextDouble() < 0.6)
        {
            channels.Add(Of("SMS", "短信通知", 0));
        }

        return channels;
    }

    /// <summary>The begin of the term that runs on a day, of one that is renewed whenever it ends, and when the first of them began.</summary>
    private static (DateOnly Since, DateOnly First) Renewed(Random random, int months, DateOnly day)
    {
        var first = new DateOnly(2015, 1, 1).AddDays(random.Next(3_650));
        var since = first;
        while (since.AddMonths(months) <= day)
        {
            since = since.AddMonths(months);
        }

        return (since, first);
    }

    private static string Digits(string text, int count)
    {
        var random = new Random(SeedOf("digits", text));
        return string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + random.Next(10))));
    }

    /// <summary>The same on every machine and in every process, which string.GetHashCode is not (FNV-1a).</summary>
    private static int SeedOf(string system, string key) => (int)(system + "/" + key).Aggregate(2_166_136_261u, (hash, c) => (hash ^ c) * 16_777_619u);
}
