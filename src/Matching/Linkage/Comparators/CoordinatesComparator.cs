using System.Globalization;

namespace Granary.Matching.Linkage;

/// <summary>A place on Earth: how far two are apart, along a great circle.</summary>
internal sealed class CoordinatesComparator : Comparator
{
    /// <summary>Kilometres, mean radius (IUGG).</summary>
    private const double Radius = 6371.0088;

    // A house and what a phone measures of it; a village; a town; a county.
    private static readonly double[] Kilometres = [0.1, 1, 10, 50];

    private readonly double[] _latitudes;
    private readonly double[] _longitudes;

    public CoordinatesComparator(Column column)
        : base(column, "within100m", "within1km", "within10km", "within50km")
    {
        _latitudes = new double[column.Values.Count + 1];
        _longitudes = new double[column.Values.Count + 1];
        for (var code = 1; code < _latitudes.Length; code++)
        {
            if (TryRead(column.Values[code], out var latitude, out var longitude))
            {
                (_latitudes[code], _longitudes[code]) = (latitude * Math.PI / 180, longitude * Math.PI / 180);
            }
        }
    }

    public override int Cost => 3;

    /// <summary>Degrees, "45.75, 126.65", the latitude first. 0, 0 is nowhere: what devices say before they know.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out double latitude, out double longitude)
    {
        var cut = text.IndexOfAny(',', ' ', ';');
        longitude = 0;
        return TryRead(cut < 0 ? default : text[..cut], 90, out latitude) && TryRead(text[(cut + 1)..].TrimStart(", ;"), 180, out longitude) && (latitude, longitude) != (0, 0);
    }

    /// <summary>The spelling that is compared: about a metre; "" for what is no place.</summary>
    public static string Spell(string text) =>
        TryRead(text, out var latitude, out var longitude) ? string.Create(CultureInfo.InvariantCulture, $"{latitude:0.00000}, {longitude:0.00000}") : "";

    /// <summary>Squares of about a kilometre.</summary>
    public static string Square(ReadOnlySpan<char> text) =>
        TryRead(text, out var latitude, out var longitude) ? string.Create(CultureInfo.InvariantCulture, $"{latitude:0.00}, {longitude:0.00}") : "";

    public static bool TryRead(ReadOnlySpan<char> text, double most, out double degrees) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out degrees) && Math.Abs(degrees) <= most;

    protected override int Compare(int a, int b, int x, int y)
    {
        var apart = Apart(x, y);
        for (var level = 0; level < Kilometres.Length; level++)
        {
            if (apart <= Kilometres[level])
            {
                return level + 2;
            }
        }

        return Different;
    }

    /// <summary>Kilometres, by the haversine formula.</summary>
    private double Apart(int x, int y)
    {
        var (p, q) = (_latitudes[x], _latitudes[y]);
        double north = Math.Sin((q - p) / 2), east = Math.Sin((_longitudes[y] - _longitudes[x]) / 2);
        return 2 * Radius * Math.Asin(Math.Sqrt(Math.Min(1, (north * north) + (Math.Cos(p) * Math.Cos(q) * east * east))));
    }
}
