using Granary.Wire.Values;
using YamlDotNet.RepresentationModel;

namespace Granary.Wire.Definitions;

/// <summary>codes: name → {wire: common} or a list of codes that are the same on both sides; fields: name → what holds of it wherever it stands.</summary>
internal sealed class FieldReader
{
    private readonly Section file;
    private readonly Problems problems;
    private readonly Dictionary<string, CodeTable> tables = new(StringComparer.Ordinal);
    private readonly HashSet<string> usedTables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FieldRule> rules = new(StringComparer.Ordinal);

    public FieldReader(Section file, Problems problems)
    {
        this.file = file;
        this.problems = problems;
        ReadTables();
        ReadRules();
    }

    public IReadOnlyDictionary<string, FieldRule> Rules => rules;

    public CodeTable? CodesOf(string name, int line)
    {
        usedTables.Add(name);
        if (tables.TryGetValue(name, out var table))
        {
            return table;
        }

        problems.Add(line, $"there is no code map {name}");
        return null;
    }

    /// <summary>What is declared and stands nowhere is a mistake in a name.</summary>
    public void CheckUse(IReadOnlySet<string> usedFields, DerivedField? derived)
    {
        foreach (var name in rules.Keys.Where(name => !usedFields.Contains(name) && name != derived?.Field))
        {
            problems.Add(file.Child("fields")!.LineOf(name), $"the field {name} stands in no message");
        }

        foreach (var name in tables.Keys.Where(name => !usedTables.Contains(name)))
        {
            problems.Add(file.Child("codes")!.LineOf(name), $"no field uses the code map {name}");
        }
    }

    private void ReadTables()
    {
        if (file.Child("codes") is not { } codes)
        {
            return;
        }

        foreach (var (name, node) in codes.Entries)
        {
            var table = tables[name] = new CodeTable(name);
            if (node is YamlSequenceNode)
            {
                foreach (var (code, line) in codes.Texts(name))
                {
                    Add(table, code, code, line);
                }
            }
            else
            {
                foreach (var (wire, common, line) in codes.Pairs(name))
                {
                    Add(table, wire, common, line);
                }
            }

            if (!table.WireCodes.Any())
            {
                problems.Add(Section.LineOf(node), $"the code map {name} is empty");
                table.Add("", "");
            }
        }
    }

    private void Add(CodeTable table, string wire, string common, int line)
    {
        if (!table.Add(wire, common))
        {
            problems.Add(line, $"the code map {table.Name} has {wire} twice");
        }
    }

    private void ReadRules()
    {
        if (file.Child("fields") is not { } fields)
        {
            return;
        }

        foreach (var (name, node) in fields.Entries)
        {
            if (Section.Of(node, problems, $"fields.{name}") is not { } field)
            {
                continue;
            }

            var form = field.Text("form") is { } text ? Form.Parse(text) : Form.Text;
            if (form is null)
            {
                problems.Add(field.LineOf("form"), $"fields.{name} has an unknown form; forms are text, digits, date P, time P, datetime P, datetime iso");
            }

            rules[name] = new FieldRule(
                name,
                field.Text("label") ?? name,
                form ?? Form.Text,
                field.Text("codes") is { } codes ? CodesOf(codes, field.LineOf("codes")) : null,
                field.Text("unknown"),
                field.Number("max", 1, 1_000_000) ?? Leaf.NoMax,
                field.Flag("whole"));
            field.NothingElse();
        }
    }
}
