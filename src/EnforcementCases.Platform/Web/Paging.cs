using System.Buffers.Text;
using System.Globalization;
using System.Text;
using EnforcementCases.Domain;

namespace EnforcementCases.Platform.Web;

/// <summary>One page of a list.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Next">Cursor of the next page, also in the <c>Link</c> header; null on the last page.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next) : IPage
{
    internal Page<TView> ConvertAll<TView>(Func<T, TView> view) => new([.. Items.Select(view)], Next);
}

/// <summary>A list answer with a page after it.</summary>
internal interface IPage
{
    /// <summary>Cursor of the page after; null on the last one.</summary>
    string? Next { get; }
}

/// <summary>A place in a list: the instant and the sequence of the last row seen. Never an id, which sorts differently on each database.</summary>
internal readonly record struct Cursor(long At, long Seq)
{
    public const int DefaultLimit = 50;
    public const int LargestLimit = 200;

    public static readonly DomainError Malformed = new("list.cursor-malformed", null, ErrorKind.Malformed, "分页游标无效");
    public static readonly DomainError LimitOutOfRange = new("list.limit-out-of-range", null, ErrorKind.Malformed, "每页条数应为1至200");

    /// <summary>The instant of the last row seen.</summary>
    public DateTimeOffset Instant => DateTimeOffset.FromUnixTimeMilliseconds(At);

    /// <summary>The day of the last row seen, in a list that is sorted by days.</summary>
    /// <exception cref="DomainException"><see cref="Malformed"/>.</exception>
    public DateOnly AsDay() =>
        At >= DateOnly.MinValue.DayNumber && At <= DateOnly.MaxValue.DayNumber
            ? DateOnly.FromDayNumber((int)At)
            : throw Malformed.With("分页游标无效");

    /// <summary>The cursor of a request; null is the first page.</summary>
    /// <exception cref="DomainException"><see cref="Malformed"/>.</exception>
    public static Cursor? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        try
        {
            var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split('.');
            if (parts.Length != 2)
                throw Malformed.With("分页游标无效");
            var cursor = new Cursor(long.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture));
            _ = cursor.Instant; // no instant that no clock has
            return cursor;
        }
        catch (Exception error) when (error is FormatException or OverflowException or ArgumentOutOfRangeException)
        {
            throw Malformed.With("分页游标无效");
        }
    }

    /// <summary>The number of rows requested.</summary>
    /// <exception cref="DomainException"><see cref="LimitOutOfRange"/>.</exception>
    public static int LimitOf(int? limit) =>
        limit is null ? DefaultLimit
        : limit is >= 1 and <= LargestLimit ? limit.Value
        : throw LimitOutOfRange.With($"{limit}");

    public override string ToString() => Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"{At}.{Seq}"));
}
