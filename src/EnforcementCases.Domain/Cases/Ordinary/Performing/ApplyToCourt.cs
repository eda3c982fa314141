using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases.Enforcement;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Applies to the court for execution (申请人民法院强制执行, D44); the head signs. 行政强制法 第五十三条至第五十五条.</summary>
public sealed record ApplyToCourt : ActBody
{
    /// <summary>Name of the court.</summary>
    public required string CourtName { get; init; }

    /// <summary>Which of the two courts that the law names it is.</summary>
    public required CourtPlace Place { get; init; }

    /// <summary>The object is real estate (执行对象是不动产).</summary>
    public required bool RealEstate { get; init; }

    /// <summary>What is to be executed (申请强制执行标的情况).</summary>
    public required string ObjectOfExecution { get; init; }

    /// <summary>Documents of the application.</summary>
    public required IReadOnlyList<CourtPaper> Papers { get; init; }

    /// <summary>The application carries the organ's seal (加盖行政机关的印章); must be true.</summary>
    public required bool Sealed { get; init; }

    internal override void Execute(ActExecution act)
    {
        var file = act.File;
        file.Remedies.EnsureMayExecute(act.DoneOn);
        CourtApplying.EnsureAllowed(
            new()
            {
                AppliedOn = act.DoneOn,
                Court = CourtName,
                Place = Place,
                RealEstate = RealEstate,
                Papers = Papers,
                SignedByHead = act.Law.Roles.Contains(Role.Head),
                Sealed = Sealed,
            },
            new(
                act.CourtWindow()!,
                file.Paying.IsOverdue(act.DoneOn) || PerformanceDuties.GainsOverdue(file, act.DoneOn) > Money.Zero
                    ? file.Calls.MoneyCallServedOn
                    : file.Calls.ServedOn,
                file.Remedies.IsRunning,
                !file.Duties.AreOwed
            ),
            act.Law.Calendar
        );
        act.Issue(DocumentKind.CourtApplication);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done)
    {
        file.Court.Apply(this, done);
        file.PlannedReviews.Use(PlannedAct.CourtApplication);
    }

    internal override RecordFields RecordedFields() =>
        new RecordFields().Add("realEstate", RealEstate).Add("papers", Papers.Select(p => p.ToString()));
}
