using Granary.Chinese;

namespace Granary.Matching.Linkage;

/// <summary>Whole Chinese names, of people and organisations, by <see cref="NameLevel"/>: characters that sound or look alike, lost, left out, in another order.</summary>
internal sealed class ChineseNameComparator : Comparator
{
    private readonly NameForm[] _forms;

    // Names that are short enough for a person's and may be an organisation's all the same.
    private readonly NameForm?[] _asOrganisations;

    public ChineseNameComparator(Column column)
        : base(column, [.. Granary.Matching.Levels.Names[(int)Comparison.Name].Skip(2).SkipLast(1)])
    {
        _forms = new NameForm[column.Values.Count + 1];
        _asOrganisations = new NameForm?[_forms.Length];
        for (var code = 1; code < _forms.Length; code++)
        {
            var text = column.Values[code].ToString();
            _forms[code] = NameForm.Of(KindOf(text), text);
            _forms[code].Prepare();
            if (_forms[code] is { Kind: RecordKind.Person, Ideographs: true, Characters.Length: > 3 })
            {
                _asOrganisations[code] = NameForm.Of(RecordKind.Organisation, text);
                _asOrganisations[code]!.Prepare();
            }
        }
    }

    /// <summary>Whose name it is: a person's has at most five characters, or is in Latin letters.</summary>
    public static RecordKind KindOf(string text) => text.Length > 5 && text.Any(unit => unit > 0x2E80) && !text.Contains('·', StringComparison.Ordinal) ? RecordKind.Organisation : RecordKind.Person;

    public override bool IsName => true;

    public override int Cost => 5;

    protected override int Compare(int a, int b, int x, int y)
    {
        var (left, right) = (_forms[x], _forms[y]);
        if (left.Kind != right.Kind)
        {
            var (one, other) = left.Kind == RecordKind.Organisation ? (left, _asOrganisations[y]) : (right, _asOrganisations[x]);
            return other is null ? Different : (int)Names.Compare(one, other);
        }

        var level = Names.Compare(left, right);
        return (int)(left.Kind == RecordKind.Person && level >= NameLevel.OneCharacter && Names.AlikeInDialect(left, right) ? NameLevel.AllSoundAlike : level);
    }
}

/// <summary>Addresses: the same house, one that goes on where the other ends, the same village, street, county.</summary>
internal sealed class ChineseAddressComparator : Comparator
{
    private readonly AddressForm[] _forms;

    public ChineseAddressComparator(Column column)
        : base(column, "sameHouse", "around", "sameVillage", "sameStreet", "sameCounty")
    {
        _forms = new AddressForm[column.Values.Count + 1];
        for (var code = 1; code < _forms.Length; code++)
        {
            _forms[code] = new AddressForm(column.Values[code].ToString());
        }
    }

    public override int Cost => 5;

    // The matcher of messages counts from 1, "the same house", and has a 2 of its own for a house shared along with a phone.
    protected override int Compare(int a, int b, int x, int y) => Math.Max(2, CompareAddress.Level(_forms[x], _forms[y]));
}

/// <summary>Numbers of identity cards: one edit, two edits or the same place and day of birth or all but the place; two different numbers that are both valid are two people.</summary>
internal sealed class ResidentIdComparator : Comparator
{
    private readonly bool[] _proved;

    public ResidentIdComparator(Column column)
        : base(column, "oneEdit", "partly", "unproved")
    {
        _proved = new bool[column.Values.Count + 1];
        for (var code = 1; code < _proved.Length; code++)
        {
            _proved[code] = ResidentIdNumber.Parse(column.Values[code].ToString()) is { Valid: true };
        }
    }

    public override bool Forbids(int level) => level == Different;

    public override bool IsForLife => true;

    public override int Cost => 5;

    protected override int Compare(int a, int b, int x, int y)
    {
        if (_proved[x] && _proved[y])
        {
            return Different;
        }

        var left = Column.Values[x];
        var right = Column.Values[y];
        return Similarity.Edits(left, right, 1) == 1 ? 2
            : left.Length == 18 && right.Length == 18 && (left[..14].SequenceEqual(right[..14]) || left[6..].SequenceEqual(right[6..]) || Similarity.Edits(left, right, 2) == 2) ? 3
            : 4;
    }
}
