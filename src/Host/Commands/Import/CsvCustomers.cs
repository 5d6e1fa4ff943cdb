using System.Globalization;
using Granary.Ecif.Contracts;
using Granary.Gateway.Files;
using Granary.Gateway.Mapping;
using Granary.Host.Commands.Match;
using Granary.Kernel;
using Granary.Wire;

namespace Granary.Host.Commands.Import;

/// <summary>Reads customers from a CSV file: one a line, under a heading.</summary>
/// <param name="system">Whose customers they are, where neither a column nor the map says so.</param>
internal sealed class CsvCustomers(FileInfo file, CsvMap map, string? system)
{
    private const string BadField = "1002";
    private const string BadLength = "1001";

    /// <summary>The common codes (docs/interfaces.md).</summary>
    private static readonly string[] DocumentTypes = ["01", "02", "03", "04", "05", "06", "07", "08", "20", "21", "22"];

    private static readonly string[] Dates = ["yyyy-MM-dd", "yyyyMMdd", "yyyy/M/d"];

    private readonly DateTimeOffset _writtenAt = file.LastWriteTimeUtc;

    /// <exception cref="UserError">Its heading lacks what every customer has.</exception>
    public IEnumerable<CustomerRow> Read()
    {
        using var csv = new CsvRecords(file, CsvTables.EncodingOf(file));
        var head = CsvTables.HeadOf(csv);
        var fields = head.Select(map.Of).ToArray();
        foreach (var needed in new[] { "key", PartyAttribute.Name })
        {
            if (!fields.Any(f => f?.Name == needed))
            {
                throw new UserError($"{file.Name}: no column is the field \"{needed}\"; its columns are {string.Join(", ", head)}, and --map says which field a column is");
            }
        }

        if (fields.Where(f => f is not null).GroupBy(f => f).FirstOrDefault(g => g.Count() > 1)?.Key is { } twice)
        {
            throw new UserError($"{file.Name}: two columns are the field \"{twice.Text}\"; a second value is called like \"{twice.Name}#2\"");
        }

        if (system is null && map.Fixed?.ContainsKey("system") != true && !fields.Any(f => f?.Name == "system"))
        {
            throw new UserError($"{file.Name}: whose customers are they? Say so by --system, or by a column \"system\"");
        }

        for (var line = 2; csv.Read(); line++)
        {
            yield return Row(csv, fields, line);
        }
    }

    private CustomerRow Row(CsvRecords csv, CsvField?[] fields, int line)
    {
        if (csv.Count != fields.Length)
        {
            return new CustomerRow(line, null, BadLength, "", $"has {csv.Count} fields where the heading has {fields.Length}");
        }

        var texts = new Dictionary<CsvField, string>();
        foreach (var (field, text) in map.Fixed ?? [])
        {
            texts[CsvField.Parse(field)!] = text;
        }

        for (var i = 0; i < fields.Length; i++)
        {
            if (fields[i] is { } field && csv[i].Trim().ToString() is { Length: > 0 } text)
            {
                texts[field] = map.Word(field.Text, text);
            }
        }

        return Fault(texts) is { } fault ? new CustomerRow(line, null, BadField, fault.Field, fault.Text) : Message(texts, line);
    }

    private static (string Field, string Text)? Fault(Dictionary<CsvField, string> texts)
    {
        if (!texts.Keys.Any(f => f.Name == "key") || !texts.Keys.Any(f => f.Name == PartyAttribute.Name))
        {
            return (texts.Keys.Any(f => f.Name == "key") ? PartyAttribute.Name : "key", "is empty");
        }

        foreach (var (field, text) in texts)
        {
            var wrong = (field.Name, field.Part) switch
            {
                ("kind", _) when text is not ("person" or "org") => "is neither person nor org",
                ("status", _) when text is not ("open" or "closed") => "is neither open nor closed",
                ("at", _) when At(text) is null => "is no time",
                (PartyAttribute.Gender, _) when text is not ("M" or "F") => "is neither M nor F",
                (PartyAttribute.Birth, _) when Date(text) is null => "is no date",
                (PartyAttribute.Document, "type") when !DocumentTypes.Contains(text) => "is no common code of a document",
                _ => null,
            };
            if (wrong is not null)
            {
                return (field.Text, wrong);
            }
        }

        return null;
    }

    private CustomerRow Message(Dictionary<CsvField, string> texts, int line)
    {
        string? Of(string name) => texts.GetValueOrDefault(new CsvField(name, 1, ""));
        var view = new CustomerView();
        foreach (var attribute in texts.Where(t => !CsvMap.OfRecord.Contains(t.Key.Name)).GroupBy(t => t.Key.Name))
        {
            view[attribute.Key] = [.. attribute.GroupBy(t => t.Key.Ordinal).OrderBy(g => g.Key).Select(g => g.ToDictionary(t => t.Key.Part, t => attribute.Key == PartyAttribute.Birth ? Date(t.Value)! : t.Value))];
        }

        return CustomerText.TryRead(view, out var attributes, out var fault)
            ? new CustomerRow(line, new SourceMessage(Of("system") ?? system!, $"{line}", [], Of("status") == "closed" ? Operation.Close : Operation.Upsert,
                Of("kind") == "org" ? PartyKind.Organisation : PartyKind.Person, Of("key")!, Of("at") is { } at ? At(at)!.Value : _writtenAt, Of("branch"), attributes, _writtenAt, default))
            : new CustomerRow(line, null, BadField, fault, "has a control character");
    }

    private static string? Date(string text) =>
        DateOnly.TryParseExact(text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    /// <summary>Beijing time where it does not say.</summary>
    private static DateTimeOffset? At(string text) =>
        !DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) ? null
        : at.Kind == DateTimeKind.Unspecified ? BankTime.At(BankTime.Ms(at))
        : new DateTimeOffset(at.ToUniversalTime());
}
