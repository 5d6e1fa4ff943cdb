using System.Globalization;

namespace Granary.Bench;

/// <summary>
/// Made-up people in ten columns, one to five records each with typing errors, names the wrong way round, moves and missing values. Names, streets and towns
/// are skewed as in a western country: the commonest given name is one in fifty, the commonest surname one in a hundred. The same seed makes the same people.
/// </summary>
internal sealed class People(int seed)
{
    private const int Shuffled = 100_000;

    private static readonly string[] Onsets = "b br c ch d f g gr h j k l m n p r s sh st t th w".Split(' ');

    private static readonly string[] Vowels = "a e i o u ai ee ou".Split(' ');

    private static readonly string[] Ends = "n r l s t m ck nd rt ll x y".Split(' ');

    private static readonly string[] Words = [.. Enumerable.Range(0, 60_000).Select(Word)];

    private readonly Random _random = new(seed);

    /// <summary>Writes a heading, the records, and in the last column whose each is.</summary>
    public void Write(string path, int records)
    {
        using var writer = new StreamWriter(path);
        writer.WriteLine("given_name,surname,birth,sex,street,house,town,postcode,phone,email,cluster");
        var lines = new List<string>(Shuffled);
        for (var (person, written) = (0, 0); written < records; person++)
        {
            var says = Made();
            for (var (i, count) = (0, 1 + _random.Next(5)); i < count && written < records; i++, written++)
            {
                lines.Add(string.Join(',', i == 0 ? says : Copied(says)) + "," + person.ToString(CultureInfo.InvariantCulture));
                if (lines.Count == Shuffled || written == records - 1)
                {
                    var shuffled = lines.ToArray();
                    _random.Shuffle(shuffled);
                    Array.ForEach(shuffled, writer.WriteLine);
                    lines.Clear();
                }
            }
        }
    }

    private string[] Made()
    {
        string given = Words[Skewed(6_000, 14)], surname = Words[6_000 + Skewed(40_000, 30)];
        var (street, house, town, postcode) = Home();
        var mail = _random.Next(3) switch
        {
            0 => $"{given}.{surname}{_random.Next(100)}",
            1 => $"{given[0]}{surname}{_random.Next(1_000)}",
            _ => $"{surname}{_random.Next(10_000)}",
        };
        var birth = Day(new DateOnly(1930, 1, 1).AddDays(_random.Next(29_000)));
        return [given, surname, birth, _random.Next(2) == 0 ? "f" : "m", street, house, town, postcode, Phone(), $"{mail}@{Words[Skewed(300, 1)]}.com"];
    }

    private string[] Copied(string[] says)
    {
        var copy = (string[])says.Clone();
        if (Chance(0.15))
        {
            (copy[4], copy[5], copy[6], copy[7]) = Home();
        }

        (copy[8], copy[9]) = (Chance(0.25) ? Phone() : copy[8], Chance(0.3) ? "" : copy[9]);
        for (var column = 0; column < copy.Length; column++)
        {
            copy[column] = column is 2 or 3 ? (Chance(0.05) ? "" : copy[column]) : Chance(0.1) ? Mistyped(copy[column]) : Chance(0.1) ? "" : copy[column];
        }

        if (copy[2].Length > 0 && Chance(0.03))
        {
            copy[2] = Day(DateOnly.Parse(copy[2], CultureInfo.InvariantCulture).AddDays(_random.Next(60) - 30));
        }

        return Chance(0.02) ? [copy[1], copy[0], .. copy[2..]] : copy;
    }

    private (string Street, string House, string Town, string Postcode) Home()
    {
        var town = Skewed(2_000, 10);
        var way = _random.Next(3) switch { 0 => "street", 1 => "road", _ => "lane" };
        return ($"{Words[50_000 + Skewed(8_000, 20)]} {way}", $"{1 + _random.Next(200)}", Words[46_000 + town], $"{10_000 + (town * 5) + _random.Next(5)}");
    }

    private string Phone() => $"0{100_000_000 + _random.Next(900_000_000)}";

    private string Mistyped(string text)
    {
        if (text.Length < 2)
        {
            return text;
        }

        var at = _random.Next(text.Length - 1);
        var other = (char)(char.IsAsciiDigit(text[at]) ? '0' + _random.Next(10) : 'a' + _random.Next(26));
        return _random.Next(4) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, $"{other}"),
            2 => $"{text[..at]}{text[at + 1]}{text[at]}{text[(at + 2)..]}",
            _ => $"{text[..at]}{other}{text[(at + 1)..]}",
        };
    }

    private bool Chance(double share) => _random.NextDouble() < share;

    /// <summary>A number below <paramref name="count"/>, the k-th about as often as 1 / (k + <paramref name="even"/>) (Zipf and Mandelbrot).</summary>
    private int Skewed(int count, double even) => Math.Min(count - 1, (int)(even * (Math.Pow((count + even) / even, _random.NextDouble()) - 1)));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Word(int number)
    {
        var random = new Random((number * 7919) + 13);
        var syllables = Enumerable.Range(0, 2 + random.Next(2)).Select(_ => Onsets[random.Next(Onsets.Length)] + Vowels[random.Next(Vowels.Length)]);
        return string.Concat(syllables) + Ends[random.Next(Ends.Length)];
    }
}
