using System.Globalization;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Archive;

/// <summary>Class that sets how long a file is kept (保管期限的类别).</summary>
public enum RetentionClass
{
    /// <summary>简易程序.</summary>
    Simple,

    /// <summary>普通程序.</summary>
    Ordinary,

    /// <summary>重大案件.</summary>
    Major,
}

/// <summary>How long a file is kept (保管期限).</summary>
/// <param name="Years">Years; null means for ever (永久).</param>
public sealed record Retention(int? Years)
{
    /// <summary>As printed on the cover: 30年, 永久.</summary>
    public override string ToString() => Years is { } years ? $"{years}年" : "永久";

    /// <summary>Last day on which it must be kept: the end of the last year, counted from the year after the closing; null for ever.</summary>
    public DateOnly? KeepUntil(DateOnly closedOn) => Years is { } years ? new DateOnly(closedOn.Year + years, 12, 31) : null;
}

/// <summary>When a closed case goes to the archive and how long it stays (归档、保管期限). Parameters of the place; no law sets them.</summary>
public static class Archiving
{
    /// <summary>Calendar days from closing to archiving where the place sets no other number.</summary>
    public const int DefaultDays = 30;

    /// <summary>Archived before it was closed.</summary>
    public static readonly DomainError NotClosed = new("archiving.not-closed", "FILE-3", ErrorKind.WrongStage, "尚未结案，不能归档");

    /// <summary>Last day for archiving a closed case.</summary>
    /// <param name="days">Parameter <c>archive.after</c>.</param>
    public static Deadline Due(DateOnly closedOn, WorkingCalendar calendar, int days = DefaultDays) =>
        Deadline.From(
            new(
                "FILE-3",
                "立卷归档",
                TimeLimit.CalendarDays(days),
                new("《机关文件材料归档范围和文书档案保管期限规定》", "（天数由本地规定）"),
                DeadlineFor.Party,
                "结案"
            ),
            closedOn,
            calendar
        );

    /// <summary>Refuses to archive a case that is not closed.</summary>
    /// <exception cref="DomainException"><see cref="NotClosed"/>.</exception>
    public static void EnsureClosed(DateOnly? closedOn, DateOnly archivedOn)
    {
        if (!(closedOn <= archivedOn))
            throw NotClosed.With("先办理结案");
    }

    /// <summary>Retention class of a case; a major case is in the major class whatever its procedure.</summary>
    /// <param name="major">A major decision by the organ's catalogue (重大执法决定).</param>
    public static RetentionClass ClassOf(bool simpleProcedure, bool major) =>
        major ? RetentionClass.Major
        : simpleProcedure ? RetentionClass.Simple
        : RetentionClass.Ordinary;

    /// <summary>Key of the parameter of a class.</summary>
    public static ParameterKey ParameterOf(RetentionClass @class) =>
        @class switch
        {
            RetentionClass.Simple => LocalParameters.RetentionSimple,
            RetentionClass.Ordinary => LocalParameters.RetentionOrdinary,
            RetentionClass.Major => LocalParameters.RetentionMajor,
        };

    /// <summary>Reads the parameter of a class: a number of years, or <c>permanent</c>.</summary>
    /// <exception cref="FormatException">The value is neither a number nor <c>permanent</c>.</exception>
    [StatutoryRule("FILE-4")]
    public static Retention RetentionOf(string parameterValue) =>
        parameterValue is "permanent" ? new(Years: null) : new(int.Parse(parameterValue, NumberStyles.None, CultureInfo.InvariantCulture));
}
