using EnforcementCases.Domain;
using EnforcementCases.Domain.Jobs;
using EnforcementCases.Domain.Law;
using EnforcementCases.Platform.Web;
using FluentValidation;

namespace EnforcementCases.Platform.Jobs;

/// <summary>The period of a run.</summary>
/// <param name="Name">A year, <c>2026</c>, a quarter, <c>2026-Q2</c>, a month, <c>2026-05</c>, or a day, <c>2026-11-30</c>.</param>
/// <param name="IsProvisional">Run before the period was over: a trial beside the run that is scheduled, which is made all the same.</param>
internal readonly record struct RunPeriod(string Name, bool IsProvisional = false)
{
    public static readonly DomainError NotOver = new("jobs.period-not-over", null, ErrorKind.Unacceptable, "该期间尚未届满，只能试算");

    public static readonly DomainError Over = new("jobs.period-over", null, ErrorKind.Unacceptable, "该期间已经届满，无须试算");

    public static readonly DomainError OutOfRange = new("jobs.period-out-of-range", null, ErrorKind.Unacceptable, "不能为该期间执行任务");

    /// <summary>行政处罚法 applies since then; nothing earlier was decided under it, so there can be no data.</summary>
    private static readonly DateOnly First = new(1996, 10, 1);

    private const char ProvisionalMark = '~';

    /// <summary>The member of the request that names the period.</summary>
    private const string Pointer = "/period";

    /// <summary>As <see cref="JobRun.Period"/> keeps it.</summary>
    public string Stored => IsProvisional ? Name + ProvisionalMark : Name;

    public static RunPeriod Of(JobRun run) =>
        run.Period.EndsWith(ProvisionalMark) ? new(run.Period[..^1], IsProvisional: true) : new(run.Period);

    /// <summary>The period of a run by hand. What is over, or has had its scheduled time, is run as the schedule runs it; the next one only provisionally; what comes later,
    /// or lies before the law, not at all.</summary>
    /// <param name="asked">Null: the one that is due.</param>
    /// <exception cref="ValidationException">No period of this job: another form, or no day of the calendar.</exception>
    /// <exception cref="DomainException"><see cref="NotOver"/>, <see cref="Over"/>, <see cref="OutOfRange"/>.</exception>
    public static RunPeriod ByHand(RecurringJob job, string? asked, bool provisional, DateTimeOffset now)
    {
        var due = job.DuePeriod(now);
        var coming = job.PeriodOf(LegalDate.Of(job.NextAfter(now)));
        var name = asked ?? (provisional ? coming : due);
        if (FormOf(name) != FormOf(due) || LastDayOf(name) is not { } last)
            throw new ValidationException([new("Period", $"该任务的期间形如 {due}")]);
        if (last < First)
            throw Refusal(OutOfRange, $"{First.Year} 年 {First.Month} 月行政处罚法施行，此前没有数据", null);
        if (last < LegalDate.Of(now) || string.CompareOrdinal(name, due) <= 0)
        {
            return provisional ? throw Refusal(Over, $"{name} 已经届满", "不作试算，直接执行") : new(name);
        }
        if (string.CompareOrdinal(name, coming) > 0)
            throw Refusal(OutOfRange, $"最晚可以试算 {coming}", null);
        return provisional
            ? new(name, IsProvisional: true)
            : throw Refusal(NotOver, $"{name} 的正式结果将由系统按时生成", "以 provisional 为 true 试算");
    }

    private static DomainException Refusal(DomainError error, Sentence detail, Sentence? nextStep) =>
        new(error, detail) { Pointer = Pointer, NextStep = nextStep };

    /// <summary>A name with every digit as 0: a month is not a quarter.</summary>
    private static string FormOf(string name) => string.Concat(name.Select(c => char.IsAsciiDigit(c) ? '0' : c));

    private static DateOnly? LastDayOf(string name) =>
        StrictTimes.TryParseDate(name, out var day) ? day : FigurePeriod.Parse(name)?.NextDay.AddDays(-1);
}
