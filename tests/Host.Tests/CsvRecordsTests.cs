using System.Text;
using Granary.Host.Commands.Match;

namespace Granary.Host.Tests;

public sealed class CsvRecordsTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Theory, Trait("Case", "LINK-45")]
    [InlineData("a,b\n1,2\n", "a|b", "1|2")]
    [InlineData("a;b\r\n1;\"2;3\"", "a|b", "1|2;3")]
    [InlineData("a\tb\n\n,\t\"\"\n", "a|b", ",|")]
    [InlineData("\"a\"\"b\",\"c\nd\"\n", "a\"b|c\nd")]
    [InlineData("a\"b,\"c\"d,\"", "a\"b|cd|")]
    [InlineData("a,\n,\n", "a|", "|")]
    [InlineData("")]
    public void Records_are_read_as_they_are_written_by_whomever(string text, params string[] expected)
    {
        File.WriteAllText(_file, text);
        Assert.Equal(expected, Read());
    }

    [Fact, Trait("Case", "LINK-45")]
    public void What_is_written_is_read_back_wherever_the_buffer_ends()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        string Field() => string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => "ab,;\"\r\n 中\t"[random.Next(10)]));
        var records = Enumerable.Range(0, 60_000).Select(_ => new[] { "x" + Field(), Field(), Field() }).ToList();
        using (var lines = new CsvLines(_file))
        {
            foreach (var record in records.Prepend(["one", "two", "three"]))
            {
                Array.ForEach(record, field => lines.Field(field));
                lines.End();
            }
        }

        Assert.True(records.Select(record => string.Join('|', record)).SequenceEqual(Read().Skip(1)), $"seed {seed}");
    }

    private List<string> Read()
    {
        using var csv = new CsvRecords(new FileInfo(_file), Encoding.UTF8);
        var records = new List<string>();
        while (csv.Read())
        {
            records.Add(string.Join('|', Enumerable.Range(0, csv.Count).Select(i => csv[i].ToString())));
        }

        return records;
    }
}
