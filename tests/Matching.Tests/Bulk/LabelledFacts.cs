using System.Globalization;
using CsvHelper;
using Granary.Chinese;
using Granary.Matching;

namespace Granary.Tests.Bulk;

/// <summary>A labelled file of ../shared/data as what a customer's record says, where its columns allow.</summary>
internal static class LabelledFacts
{
    public static List<RecordFacts> Read(string file)
    {
        using var csv = new CsvParser(new StreamReader(Shared.File("data", file)), CultureInfo.InvariantCulture);
        csv.Read();
        var head = csv.Record!;
        var rows = new List<RecordFacts>();
        while (csv.Read())
        {
            var row = csv.Record!;
            string Text(params string[] names) => string.Join(' ', names.Select(n => Array.IndexOf(head, n)).Where(i => i >= 0 && row[i].Length > 0).Select(i => row[i]));
            rows.Add(new()
            {
                Id = $"{file}/{rows.Count:00000}",
                Kind = head.Contains("site_name") ? RecordKind.Organisation : RecordKind.Person,
                Name = Text("given_name", "first_name", "surname", "site_name"),
                Documents = Text("soc_sec_id") is { Length: > 0 } number ? [("03", number)] : [],
                Birth = DateOnly.TryParseExact(Text("dob", "date_of_birth").Replace("-", ""), "yyyyMMdd", out var birth) ? birth : null,
                Gender = Gender.Unknown,
                Phones = Some(Text("phone")),
                Emails = Some(Text("email")),
                Addresses = Some(Text("street_number", "address_1", "suburb", "address", "city")),
            });
        }

        return rows;
    }

    private static string[] Some(string text) => text.Length == 0 ? [] : [text];
}
