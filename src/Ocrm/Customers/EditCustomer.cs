using System.Text.Json;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Ecif.Contracts;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Customers;

/// <param name="Attributes">Attribute → its new text, parts joined as <see cref="PartyAttribute"/> says.</param>
public sealed record CustomerEdit(IReadOnlyDictionary<string, string>? Attributes);

/// <summary>
/// POST /api/customers/{number}/edits: a person corrects what they know of a customer. Nothing is changed here: the correction is told to
/// the customer master (<see cref="TellEcif"/>), which weighs it as it weighs every system's word, and comes back as a change.
/// </summary>
internal static class EditCustomer
{
    /// <summary>What one learns at somebody's door or on the phone. Names and documents are corrected at the counter, with the document in hand.</summary>
    public static IReadOnlySet<string> Editable { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        PartyAttribute.Mobile, PartyAttribute.HomePhone, PartyAttribute.OfficePhone, PartyAttribute.Email,
        PartyAttribute.HomeAddress, PartyAttribute.WorkAddress, PartyAttribute.Employer,
    };

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/customers/{number}/edits", async Task<Results<Accepted, ProblemHttpResult>> (
                string number, CustomerEdit edit, Caller caller, OcrmDatabase database, TellEcif teller, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
            {
                if (Wrong(edit, caller, limits) is { } problem)
                {
                    return problem;
                }

                var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
                var known = await database.WriteAsync(async session =>
                {
                    if (await CustomerGate.FindAsync(session, caller.SightOf(Permission.CustomersEdit), number, CustomerList.OwnSight) is not { } customer)
                    {
                        return false;
                    }

                    await session.InsertAsync(Edits, [new Edit(0, customer.Party, customer.Number, customer.Kind, edit.Attributes!, caller.PersonId, at, EditState.Waiting)]);
                    await AuditTrail.AppendAsync(session, "ocrm", at, Audited(caller, customer.Number, edit.Attributes!));
                    return true;
                }, cancellation);
                if (!known)
                {
                    return Problems.NotFound("party.unknown", "No customer that you may edit has this number");
                }

                teller.Wake();
                return TypedResults.Accepted((string?)null);
            })
            .Requires(Permission.CustomersEdit).WithName("EditCustomer").WithSummary("Corrects what is known of a customer, through the customer master");

    private static ProblemHttpResult? Wrong(CustomerEdit edit, Caller caller, OcrmLimits limits)
    {
        if (edit.Attributes is not { Count: > 0 } attributes)
        {
            return Problems.BadRequest("customer-edit-empty", "Which attributes? Name at least one.");
        }

        foreach (var (attribute, value) in attributes)
        {
            if (!Editable.Contains(attribute) || caller.Sees(Classified.ClassOf(attribute)) == FieldSight.Hidden)
            {
                return Problems.BadRequest("customer-edit-attribute", "This attribute is not corrected here.");
            }

            if (!HasForm(attribute, value, limits))
            {
                return Problems.BadRequest("customer-edit-value", $"The value of {attribute} does not have its form.");
            }
        }

        return null;
    }

    /// <summary>One value of the parts that the attribute has; what joins values and parts cannot be typed.</summary>
    internal static bool HasForm(string attribute, string value, OcrmLimits limits) =>
        value.Length <= limits.EditCharacters && !value.Contains(PartyAttribute.ValueSeparator) && PartyAttribute.Parts(value).Length <= PartyAttribute.PartsOf(attribute).Count
        && Normalised.Form(attribute, value) is { Length: > 0 } form && ValidForm.Of(attribute, form);

    internal static AuditEntry Audited(Caller caller, string number, IReadOnlyDictionary<string, string> attributes) => new(caller.UserName, caller.From, Permission.CustomersEdit, number,
        After: string.Join(' ', attributes.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}={MaskedAttribute.Of(a.Key, a.Value)}")));

    internal static readonly Insert<Edit> Edits = new("ocrm.edit", "",
        new("party_id", ColumnType.Long, e => e.Party),
        new("recorded_for", ColumnType.Long, e => e.Party),
        new("number", ColumnType.Text, e => e.Number),
        new("kind", ColumnType.Small, e => (short)e.Kind),
        new("attributes", ColumnType.Text, e => JsonSerializer.Serialize(e.Attributes)),
        new("person", ColumnType.Text, e => e.Person),
        new("at", ColumnType.Long, e => e.At),
        new("state", ColumnType.Small, e => (short)e.State));
}

internal enum EditState : short
{
    /// <summary>To be told to the customer master.</summary>
    Waiting = 0,
    Taken = 1,
    Refused = 2,
}

/// <summary>One correction.</summary>
/// <param name="Number">The party number by which the customer was known then: the customer's key at this system.</param>
/// <param name="Person">Who corrected it, by id.</param>
/// <param name="At">Milliseconds since 1970 UTC.</param>
internal sealed record Edit(long Id, long Party, string Number, PartyKind Kind, IReadOnlyDictionary<string, string> Attributes, string Person, long At, EditState State)
{
    public const string Columns = "e.id, e.party_id, e.number, e.kind, e.attributes, e.person, e.at, e.state";

    public static Edit Read(System.Data.Common.DbDataReader r) => new(
        r.GetInt64(0), r.GetInt64(1), r.GetString(2), (PartyKind)r.GetInt16(3), JsonSerializer.Deserialize<Dictionary<string, string>>(r.GetString(4))!, r.GetString(5), r.GetInt64(6), (EditState)r.GetInt16(7));
}
