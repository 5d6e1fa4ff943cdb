using System.Data.Common;
using Granary.Access.Contracts;
using Granary.Chinese;
using Granary.Ecif.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;

namespace Granary.Ocrm.Prospects;

/// <summary>Somebody who is to become a customer.</summary>
/// <param name="Document">In canonical form, of a resident or an organisation; empty while it is not known.</param>
/// <param name="Number">The party's, once the customer master gave it.</param>
internal sealed record Prospect(
    long Id, string Kind, string Name, string Document, string Mobile, string Address, string Source, string Note, string Entity, string Unit, string Manager,
    string State, string Number, string Person, long CreatedAt, long ChangedAt, long Version)
{
    public const string Open = "open";
    public const string Sent = "sent";
    public const string Refused = "refused";
    public const string Converted = "converted";
    public const string Joined = "joined";

    /// <summary>The customer that they became is to be closed: our record of them, as far as the customer master has no other.</summary>
    public const string Closing = "closing";
    public const string Dropped = "dropped";

    public const string Columns = "p.id, p.kind, p.name, p.document, p.mobile, p.address, p.source, p.note, p.entity, p.unit, p.manager, p.state, p.number, p.person, p.created_at, p.changed_at, p.version";

    public static SightColumns Sight { get; } = new("p.entity", "p.unit", "p.manager");

    /// <summary>The key of its source record, by which the customer that it became is found, whoever that is by then.</summary>
    public string Key => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"OCRM-P{Id}");

    public bool IsOpen => State is Open or Refused;

    public static async Task<Prospect?> FindAsync(Session session, Caller caller, string id)
    {
        if (!long.TryParse(id, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var key))
        {
            return null;
        }

        var seen = caller.SightOf(Permission.ProspectsEdit).In(Sight);
        return (await session.QueryAsync($"SELECT {Columns} FROM ocrm.prospect p WHERE p.id = @id AND {seen.Sql} {(session.Writes ? session.ForUpdateOf("p") : "")}", Read, [.. seen.Parameters, ("id", key)])).SingleOrDefault();
    }

    public static Prospect Read(DbDataReader r) => new(
        r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6), r.GetString(7), r.GetString(8), r.GetString(9), r.GetString(10),
        r.GetString(11), r.GetString(12), r.GetString(13), r.GetInt64(14), r.GetInt64(15), r.GetInt64(16));

    public async Task<long> InsertAsync(Session session) => (await session.QueryAsync(
        """
        INSERT INTO ocrm.prospect (kind, name, name_key, document, mobile, address, source, note, entity, unit, manager, state, number, person, created_at, changed_at, version)
        VALUES (@kind, @name, @key, @document, @mobile, @address, @source, @note, @entity, @unit, @manager, @state, @number, @person, @at, @at, 1) RETURNING id
        """,
        r => r.GetInt64(0),
        ("kind", Kind), ("name", Name), ("key", CustomerRow.NameKeyOf(Name)), ("document", Document), ("mobile", Mobile), ("address", Address), ("source", Source), ("note", Note),
        ("entity", Entity), ("unit", Unit), ("manager", Manager), ("state", State), ("number", Number), ("person", Person), ("at", CreatedAt)))[0];

    /// <summary>What is wrong with it, as the code of a problem; null where nothing is.</summary>
    public string? Wrong(OcrmLimits limits) =>
        Kind is not ("person" or "organisation") || Name.Length == 0 || new[] { Name, Address, Source, Note }.Any(t => t.Length > limits.EditCharacters || t.Any(char.IsControl)) ? "prospect-incomplete"
        : Mobile.Length > 0 && !ValidForm.Of(PartyAttribute.Mobile, Mobile) ? "prospect-mobile"
        : Document.Length > 0 && !ValidForm.OfDocument(DocumentType, Document) ? "prospect-document"
        : null;

    public string DocumentType => Kind == "person" ? "01" : "20";

    /// <summary>As it is kept: what somebody typed, in the forms in which it is compared.</summary>
    public Prospect Canonical() => this with
    {
        Name = Normalised.Form(PartyAttribute.Name, Name), Document = Document.Length == 0 ? "" : Normalised.Number(Document), Mobile = PhoneNumber.Canonicalise(Mobile),
        Address = Address.Trim(), Source = Source.Trim(), Note = Note.Trim(),
    };
}
