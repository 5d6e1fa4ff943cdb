using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using Granary.Wire.Codecs;
using Granary.Wire.Definitions;
using Granary.Wire.Mapping;
using Granary.Wire.Values;

namespace Granary.Wire;

/// <summary>The declared message format of one system, compiled from its file. Immutable and thread-safe.</summary>
public sealed partial class Interface
{
    private readonly Definition definition;
    private readonly Format? empty;

    private Interface(Definition definition, string version)
    {
        this.definition = definition;
        Version = version;
        empty = definition.Codec.Formats.FirstOrDefault(format => format.Rules.Empty);
        Roles = [.. definition.Codec.Formats.Select(format => format.Role).Distinct()];
        Attributes = definition.Customer.Attributes.Select(attribute => attribute.Name).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The system's own code.</summary>
    public string System => definition.System;

    /// <summary>What people call it.</summary>
    public string Title => definition.Title;

    /// <summary>Hash of the file: changes whenever the file does.</summary>
    public string Version { get; }

    public ConnectionRules Connection => definition.Connection;

    /// <summary>The roles that the system has formats for.</summary>
    public IReadOnlyList<MessageRole> Roles { get; }

    /// <summary>The attributes that the system has a place for.</summary>
    public IReadOnlySet<string> Attributes { get; }

    /// <summary>What every message of a role says without carrying it; empty where it says nothing, or the system has no such message.</summary>
    public string Implied(MessageRole role, string field) =>
        definition.Codec.FormatOf(role)?.Rules.Implies.FirstOrDefault(implied => implied.Key == field).Value ?? "";

    /// <exception cref="InterfaceException">The file cannot be used; lists every problem.</exception>
    public static Interface Load(string path)
    {
        var problems = new Problems(path);
        var loaded = TryLoad(path, problems);
        problems.ThrowIfAny();
        return loaded!;
    }

    /// <summary>Every *.yaml of a folder, by name. Two files of one system are a problem.</summary>
    /// <exception cref="InterfaceException">Any file cannot be used; lists the problems of all.</exception>
    public static IReadOnlyList<Interface> LoadAll(string folder)
    {
        var loaded = new List<Interface>();
        var found = new List<InterfaceProblem>();
        foreach (var path in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal) : Enumerable.Empty<string>())
        {
            var problems = new Problems(path);
            if (TryLoad(path, problems) is { } one)
            {
                if (loaded.Exists(other => other.System == one.System))
                {
                    problems.Add(1, $"another file has the system {one.System} too");
                }

                loaded.Add(one);
            }

            found.AddRange(problems.Found);
        }

        if (loaded.Count == 0 && found.Count == 0)
        {
            found.Add(new InterfaceProblem(folder, 0, "no *.yaml file in this folder"));
        }

        return found.Count == 0 ? loaded : throw new InterfaceException(found);
    }

    /// <summary>Every problem of a file, none where it can be used.</summary>
    public static IReadOnlyList<InterfaceProblem> Check(string path)
    {
        var problems = new Problems(path);
        TryLoad(path, problems);
        return [.. problems.Found.OrderBy(problem => problem.Line)];
    }

    /// <summary>
    /// Cuts the next frame off the buffer, without its prefix or line end. False and nothing consumed where more bytes are needed, and false with a fault
    /// of kind BadFrame where the bytes are no frame: nothing can be answered, the caller closes. An empty frame is a frame (some systems' heartbeat).
    /// </summary>
    public bool TryReadFrame(ref ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> frame, out Fault? fault)
    {
        var read = definition.Frame.TryRead(ref buffer, out frame, out var bad);
        fault = bad ? new Fault(FaultKind.BadFrame, "", definition.Texts.Of(FaultText.Length, "报文"), null) : null;
        return read;
    }

    /// <summary>Never throws for what the bytes are.</summary>
    public Decoded Decode(ReadOnlySpan<byte> frame)
    {
        if (frame.Length == 0 && empty is not null)
        {
            return new Decoded(new Message(empty.Role, new Fields()), null);
        }

        var decoding = new Decoding(definition.Charset, definition.Texts);
        Format? format = null;
        if (frame.Length == 0)
        {
            decoding.Fail(FaultKind.BadLength, FaultText.Length, "", "报文");
        }
        else
        {
            format = definition.Codec.Decode(frame, decoding);
        }

        Complete(format, decoding);
        var fields = decoding.Fields;
        if (!decoding.Failed)
        {
            return new Decoded(new Message(format!.Role, fields), null);
        }

        var readable = fields.Count > 0 ? new Message(format?.Role ?? MessageRole.Change, fields) : null;
        return new Decoded(null, new Fault(decoding.Kind, decoding.Place, decoding.Text, readable));
    }

    /// <summary>The whole frame with prefix or line end.</summary>
    /// <exception cref="WireException">A value that the format cannot carry: <see cref="Fit"/> first.</exception>
    public byte[] Encode(Message message)
    {
        var format = definition.Codec.FormatFor(message.Role, message.Fields)
            ?? throw new WireException("", $"{System} has no format for {message.Role} with these fields");
        using var writer = new ByteWriter(definition.Charset);
        writer.Take(definition.Frame.Prefix).Clear();
        if (!format.Rules.Empty)
        {
            definition.Codec.Encode(format, message.Fields, writer);
        }

        if (writer.Length - definition.Frame.Prefix > definition.Frame.Max)
        {
            throw new WireException("", $"the message is longer than a frame of {System}");
        }

        definition.Frame.Close(writer);
        return writer.Written.ToArray();
    }

    /// <summary>
    /// What the fields say about the customer. Empty texts say nothing: no attribute. A null (where the format has one) withdraws: the attribute with zero
    /// values.
    /// </summary>
    public CustomerView ReadCustomer(Fields fields) => definition.Customer.Read(fields);

    /// <summary>Puts a fitted view into neutral fields; what it does not have is written as the format says "none".</summary>
    public void WriteCustomer(CustomerView view, Fields fields) => definition.Customer.Write(view, fields);

    /// <summary>
    /// What the system would hold after it was told this view: what it has no place for left out, texts cut at a whole character. Where the format says
    /// "none" by null, an attribute that the view lacks comes out with zero values.
    /// </summary>
    public Fitted Fit(CustomerView view) => definition.Fitting.Fit(view);

    /// <summary>
    /// The id under which a message is known for ever: "msgid", except where it is made of several fields and the wire's time has no year: then the year
    /// that is nearest to the receipt is put in. "" where a part of it is missing: half a number would stand for other messages too.
    /// </summary>
    public string MessageId(Fields fields, DateTimeOffset receivedAt)
    {
        if (definition.MessageId is null)
        {
            return fields.Text("msgid");
        }

        var whole = true;
        var id = MessageIdTemplate.Fill(definition.MessageId, field =>
        {
            var text = fields.Text(field);
            whole &= text.Length > 0;
            return NeutralTime.TryParse(text, out var time) && time is { Month: > 0, Year: < 0 } && BankTime.Instant(text, receivedAt) is { } instant
                ? instant.Year.ToString("0000", CultureInfo.InvariantCulture) + "-" + text
                : text;
        });
        return whole ? id : "";
    }

    /// <summary>The source time ("at", Beijing), with the year nearest to the receipt where the wire has none; null where the fields have no time.</summary>
    public DateTimeOffset? SourceTime(Fields fields, DateTimeOffset receivedAt) => BankTime.Instant(fields.Text("at"), receivedAt);

    /// <summary>Done, BadField … → "0000", "1002" …</summary>
    public string CodeOf(ReplyVerdict verdict)
    {
        foreach (var (one, code) in definition.Replies)
        {
            if (one == verdict)
            {
                return code;
            }
        }

        return CodeOf(ReplyVerdict.Done);
    }

    /// <summary>A code that the file does not name is a refusal.</summary>
    public ReplyVerdict VerdictOf(string code)
    {
        foreach (var (verdict, one) in definition.Replies)
        {
            if (one == code)
            {
                return verdict;
            }
        }

        return ReplyVerdict.Refused;
    }

    private static Interface? TryLoad(string path, Problems problems)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (IOException missing)
        {
            problems.Add(0, missing.Message);
            return null;
        }

        return InterfaceReader.Read(bytes, problems) is { } definition
            ? new Interface(definition, Convert.ToHexStringLower(SHA256.HashData(bytes)))
            : null;
    }

    /// <summary>What is not on the wire but follows from it; then what the format requires.</summary>
    private void Complete(Format? format, Decoding decoding)
    {
        var fields = decoding.Fields;
        if (definition.Derived is { } derived && fields.TryGetValue(derived.From, out var from) && from is not null && derived.Codes.TryRead(from, out var value))
        {
            fields[derived.Field] = value;
        }

        if (definition.MessageId is { } template && fields.Count > 0)
        {
            fields["msgid"] = MessageIdTemplate.Fill(template, fields.Text);
        }

        if (format is null)
        {
            return;
        }

        foreach (var (field, implied) in format.Rules.Implies)
        {
            fields[field] = implied;
        }

        foreach (var field in format.Rules.Required)
        {
            var text = fields.Text(field);
            if (text.Length == 0 || (format.LeafOf(field) is { IsPiece: true } && !text.Contains('T', StringComparison.Ordinal)))
            {
                var leaf = format.LeafOf(field);
                decoding.Fail(FaultKind.BadField, FaultText.Empty, leaf?.Place ?? field, leaf?.Label ?? field);
            }
        }
    }
}
