namespace Granary.Sim.Formats;

/// <summary>
/// What a message says, or what a system holds, under the names of the recorded traffic's jsonl files.
/// "" is empty on the wire, null is a written null (only EBANK has one), an absent name has no place on the wire.
/// </summary>
internal sealed class Fields : Dictionary<string, string?>
{
    public const string MessageId = "msgid";
    public const string Operation = "op";
    public const string Kind = "kind";
    public const string Key = "key";
    public const string Branch = "branch";
    public const string Teller = "teller";
    public const string Sender = "sender";

    /// <summary>When the change was made, as precise as the format has it, in Beijing time without offset.</summary>
    public const string At = "at";

    /// <summary>When the message was written, where a header says so apart from <see cref="At"/>.</summary>
    public const string Sent = "sent";

    public const string Name = "name";
    public const string IdType = "idtype";
    public const string IdNumber = "idno";
    public const string IdExpiry = "idexpiry";
    public const string Gender = "gender";
    public const string Birth = "birth";
    public const string Nationality = "nationality";
    public const string Ethnic = "ethnic";
    public const string Mobile = "mobile";
    public const string Phone = "phone";
    public const string Office = "office";
    public const string Email = "email";
    public const string Address = "address";
    public const string County = "county";
    public const string Occupation = "occupation";
    public const string Employer = "employer";
    public const string Village = "village";
    public const string Head = "head";
    public const string Spouse = "spouse";
    public const string Risk = "risk";
    public const string Status = "status";
    public const string Pan = "pan";
    public const string Stan = "stan";
    public const string Rrn = "rrn";
    public const string Party = "party";

    public const string Person = "person";
    public const string Organisation = "org";

    /// <summary>The names that describe the customer; all others describe the message.</summary>
    public static readonly IReadOnlyList<string> OfCustomer =
    [
        Name, IdType, IdNumber, IdExpiry, Gender, Birth, Nationality, Ethnic, Mobile, Phone, Email, Address, County,
        Occupation, Employer, Village, Head, Risk, Pan, Office, "province", "city", "district",
        .. from prefix in new[] { "work.", "registered." } from part in new[] { Address, "province", "city", "district" } select prefix + part,
        .. from relation in new[] { Spouse, "parent", "child", "guarantor", "legalrep", "shareholder" } from part in new[] { "", ".name", ".idtype", ".idno" } select relation + part,
    ];

    /// <summary>Names that are one value together: whoever tells one of them tells all, so that no part of the old value stays beside the new.</summary>
    private static readonly string[][] Wholes =
    [
        .. from prefix in new[] { "", "work.", "registered." } select new[] { prefix + Address, prefix + "province", prefix + "city", prefix + "district" },
        .. from relation in new[] { Spouse, "parent", "child", "guarantor", "legalrep", "shareholder" }
           select new[] { relation, relation + ".name", relation + ".idtype", relation + ".idno" },
    ];

    public Fields()
        : base(StringComparer.Ordinal)
    {
    }

    public Fields(Fields other)
        : base(other, StringComparer.Ordinal)
    {
        foreach (var (name, items) in other.Groups)
        {
            Groups[name] = [.. items.Select(item => new Fields(item))];
        }
    }

    /// <summary>What repeats beyond the first under the flat names (only CLMS has such): certs, mobile, child …</summary>
    public SortedDictionary<string, List<Fields>> Groups { get; } = new(StringComparer.Ordinal);

    /// <summary>The text under a name, "" where there is none.</summary>
    public string Text(string name) => TryGetValue(name, out var value) ? value ?? "" : "";

    public bool Says(string name) => Text(name).Length > 0;

    public bool IsPerson => Text(Kind) != Organisation;

    /// <summary>Only what describes the customer.</summary>
    public Fields CustomerPart()
    {
        var part = new Fields();
        foreach (var name in OfCustomer)
        {
            if (TryGetValue(name, out var value))
            {
                part[name] = value;
            }
        }

        foreach (var (name, items) in Groups)
        {
            part.Groups[name] = [.. items.Select(item => new Fields(item))];
        }

        return part;
    }

    /// <summary>Overwrites with what another says: empty or absent says nothing, a null withdraws.</summary>
    public void Take(Fields told)
    {
        foreach (var name in Wholes.Where(whole => whole.Any(told.Says)).SelectMany(whole => whole))
        {
            Remove(name);
        }

        foreach (var name in OfCustomer)
        {
            if (told.TryGetValue(name, out var value) && value?.Length != 0)
            {
                this[name] = value;
            }
        }

        foreach (var (name, items) in told.Groups)
        {
            // Whoever tells further values of a kind tells all of them.
            Groups[name] = [.. items.Select(item => new Fields(item))];
        }
    }
}
