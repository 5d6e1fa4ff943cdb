using System.Text;
using Granary.Wire.Codecs;
using Granary.Wire.Frames;
using Granary.Wire.Mapping;
using Granary.Wire.Values;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Granary.Wire.Definitions;

/// <summary>What an interface file says, compiled and ready to use.</summary>
internal sealed record Definition(
    string System,
    string Title,
    Charset Charset,
    Frame Frame,
    ConnectionRules Connection,
    Codec Codec,
    FaultTexts Texts,
    CustomerMapping Customer,
    Fitting Fitting,
    IReadOnlyList<KeyValuePair<ReplyVerdict, string>> Replies,
    string? RefusalText,
    string? MessageId,
    IReadOnlyList<KeyValuePair<string, string>> Ours,
    DerivedField? Derived);

/// <summary>A field that the wire does not have but another tells: an operation from a status.</summary>
internal sealed record DerivedField(string Field, string From, CodeTable Codes);

/// <summary>
/// Reads an interface file. Everything is checked, nothing is guessed: an unknown key, a code map or field that does not exist, a length that cannot be,
/// a role without its format are problems with their lines.
/// </summary>
internal sealed class InterfaceReader(Section file, Problems problems)
{
    private static readonly UTF8Encoding Utf8 = new(false, true);

    /// <summary>Null where there are problems.</summary>
    public static Definition? Read(byte[] bytes, Problems problems)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(Utf8.GetString(bytes)));
        }
        catch (DecoderFallbackException)
        {
            problems.Add(0, "the file is not UTF-8");
            return null;
        }
        catch (YamlException wrong)
        {
            problems.Add((int)wrong.Start.Line, $"not YAML: {wrong.Message}");
            return null;
        }

        if (stream.Documents.Count != 1 || Section.Of(stream.Documents[0].RootNode, problems, "") is not { } file)
        {
            problems.Add(1, "the file is to be one YAML mapping");
            return null;
        }

        var definition = new InterfaceReader(file, problems).Read();
        return problems.Found.Count == 0 ? definition : null;
    }

    private Definition? Read()
    {
        var system = file.Required("system");
        var title = file.Text("title") ?? system;
        var charset = ReadCharset();
        var (frame, lineEnd) = new FrameReader(file, problems).Read();
        var connection = file.Child("connection") is { } section ? ConnectionReader.Read(section, frame?.Max ?? 0) : Missing<ConnectionRules>("connection");
        var fields = new FieldReader(file, problems);
        var leaves = new LeafReader(fields.Rules, file.Text("place") ?? "", problems);
        var shrink = file.Texts("shrink").Select(text => text.Text).ToList();
        var codec = ReadCodec(leaves, charset ?? Charset.Create("UTF-8")!, lineEnd, frame?.Max ?? 0, shrink);
        var derived = ReadDerived(fields);
        if (codec is not null)
        {
            fields.CheckUse(leaves.UsedFields, derived);
        }

        var texts = ReadTexts();
        var replies = ReadReplies();
        var refusalText = file.Text("refusal-text");
        var messageId = file.Text("message-id");
        var ours = file.Pairs("ours").Select(pair => KeyValuePair.Create(pair.Key, pair.Text)).ToList();
        foreach (var (_, template, line) in file.Pairs("ours"))
        {
            if (Template.Check(template) is { } wrong)
            {
                problems.Add(line, wrong);
            }
        }

        var uncarried = ReadUncarried(charset);
        var change = codec?.FormatOf(MessageRole.Change) ?? codec?.FormatOf(MessageRole.Holding);
        var customer = change is null ? null : change.Role == MessageRole.Holding ? new CustomerMapping([]) : new MappingReader(file, change, problems).Read();
        if (codec is not null && frame is not null && connection is not null)
        {
            new FormatChecks(codec, frame, connection, file, problems).Run(derived, messageId);
        }

        file.NothingElse();
        return charset is null || frame is null || connection is null || codec is null || customer is null || change is null
            ? null
            : new Definition(
                system,
                title,
                charset,
                frame,
                connection,
                codec,
                texts,
                customer,
                new Fitting(customer, codec, change, charset, uncarried, frame.Max),
                replies,
                refusalText,
                messageId,
                ours,
                derived);
    }

    private T? Missing<T>(string key)
        where T : class
    {
        problems.Add(1, $"the file has no {key}");
        return null;
    }

    private Charset? ReadCharset()
    {
        var name = file.Required("charset");
        var charset = Charset.Create(name);
        if (charset is null && name.Length > 0)
        {
            problems.Add(file.LineOf("charset"), $"charset is GB18030, GBK, BIG5, UTF-8, ISO-8859-1 or ASCII, not {name}");
        }

        return charset;
    }

    private Codec? ReadCodec(LeafReader leaves, Charset charset, string lineEnd, int max, IReadOnlyList<string> shrink)
    {
        var codec = file.Required("codec");
        FormatReader? reader = codec switch
        {
            "fixed" => new FixedFormatReader(leaves, file.Child("layouts"), problems),
            "delimited" => new DelimitedFormatReader(leaves, charset, Separator("separator") ?? Lacking(), Separator("escape"), lineEnd, max, shrink, problems),
            "xml" => new TreeFormatReader(leaves, new XmlSyntax(file.Text("prolog") ?? ""), '/', problems),
            "json" => new TreeFormatReader(leaves, new JsonSyntax(), '.', problems),
            "iso8583" => new IsoFormatReader(leaves, file.Child("elements"), shrink, problems),
            _ => null,
        };
        if (reader is null)
        {
            problems.Add(file.LineOf("codec"), $"codec is fixed, delimited, xml, json or iso8583, not {codec}");
            return null;
        }

        if (file.Child("messages") is not { } messages)
        {
            return Missing<Codec>("messages");
        }

        reader.ReadAll(messages);
        return reader.Finish();
    }

    private char Lacking()
    {
        problems.Add(1, "a delimited interface has no separator");
        return '|';
    }

    private char? Separator(string key)
    {
        if (file.Text(key) is not { } text)
        {
            return null;
        }

        if (text.Length == 1 && char.IsAscii(text[0]))
        {
            return text[0];
        }

        problems.Add(file.LineOf(key), $"{key} is to be one ASCII character");
        return '|';
    }

    private Uncarried ReadUncarried(Charset? charset)
    {
        var text = file.Text("uncarried");
        const string Replace = "replace ";
        if (text is null || text == "refuse")
        {
            return new Uncarried(null);
        }

        if (text.StartsWith(Replace, StringComparison.Ordinal) && text.Length > Replace.Length)
        {
            var replacement = text[Replace.Length..];
            if (charset is null || charset.Carries(replacement))
            {
                return new Uncarried(replacement);
            }

            problems.Add(file.LineOf("uncarried"), "the charset cannot carry the replacement either");
            return new Uncarried(null);
        }

        problems.Add(file.LineOf("uncarried"), "uncarried is: refuse, or: replace TEXT");
        return new Uncarried(null);
    }

    private DerivedField? ReadDerived(FieldReader fields)
    {
        if (file.Child("derived") is not { } section)
        {
            return null;
        }

        var derived = new DerivedField(section.Required("field"), section.Required("from"), fields.CodesOf(section.Required("codes"), section.LineOf("codes")) ?? new CodeTable(""));
        section.NothingElse();
        return derived;
    }

    private FaultTexts ReadTexts()
    {
        var texts = new FaultTexts();
        foreach (var (key, text, line) in file.Pairs("texts"))
        {
            if (FaultTexts.Names.TryGetValue(key, out var which))
            {
                texts.Set(which, text);
            }
            else
            {
                problems.Add(line, $"texts has no {key}; it has {string.Join(", ", FaultTexts.Names.Keys)}");
            }
        }

        return texts;
    }

    private List<KeyValuePair<ReplyVerdict, string>> ReadReplies()
    {
        var names = Enum.GetValues<ReplyVerdict>().ToDictionary(
            verdict => string.Concat(verdict.ToString().Select((letter, i) => char.IsUpper(letter) && i > 0 ? $"-{letter}" : $"{letter}")).ToLowerInvariant(),
            StringComparer.Ordinal);
        var replies = new List<KeyValuePair<ReplyVerdict, string>>();
        foreach (var (key, code, line) in file.Pairs("replies"))
        {
            if (names.TryGetValue(key, out var verdict))
            {
                replies.Add(KeyValuePair.Create(verdict, code));
            }
            else
            {
                problems.Add(line, $"replies has no {key}; it has {string.Join(", ", names.Keys)}");
            }
        }

        foreach (var (name, verdict) in names)
        {
            if (verdict != ReplyVerdict.Repeated && replies.TrueForAll(reply => reply.Key != verdict))
            {
                problems.Add(file.LineOf("replies"), $"replies has no code for {name}");
            }
        }

        return replies;
    }
}
