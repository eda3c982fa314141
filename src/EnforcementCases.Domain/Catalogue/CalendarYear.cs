namespace EnforcementCases.Domain.Catalogue;

/// <summary>A year whose holiday notice (节假日安排通知) is loaded.</summary>
public sealed class CalendarYear
{
    /// <summary>The data set it was loaded from; the newest one is the present calendar.</summary>
    public required Guid DataSetId { get; init; }

    /// <summary>Calendar year.</summary>
    public required int Year { get; init; }

    /// <summary>Title of the notice.</summary>
    public required string NoticeTitle { get; init; }

    /// <summary>Number of the notice, <c>国办发明电〔2020〕27号</c>.</summary>
    public required string NoticeNumber { get; init; }

    /// <summary>How well the number is verified; null if not stated.</summary>
    public string? NumberStatus { get; init; }

    /// <summary>Where the notice was published; null if not stated.</summary>
    public string? NoticeUrl { get; init; }
}

/// <summary>Kind of a day according to the notice.</summary>
public enum CalendarDayKind
{
    /// <summary>放假: a day off by arrangement, including weekends within it.</summary>
    Off,

    /// <summary>调休上班: a Saturday or Sunday worked in exchange.</summary>
    MakeUp,

    /// <summary>法定节假日: the festival day itself.</summary>
    Statutory,
}

/// <summary>A day that a notice names. Keyed by date: a notice may set days of the year before (TIME-CAL-X).</summary>
public sealed class CalendarDay
{
    /// <summary>The data set it was loaded from.</summary>
    public required Guid DataSetId { get; init; }

    /// <summary>What the notice states about it; one day may be both off and a statutory holiday.</summary>
    public required CalendarDayKind Kind { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Year of the notice that contains it.</summary>
    public required int NoticeYear { get; init; }

    /// <summary>Name, 国庆节.</summary>
    public required string Name { get; init; }
}
