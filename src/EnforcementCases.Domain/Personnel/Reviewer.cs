using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Personnel;

/// <summary>A person who reviews (法制审核人员).</summary>
/// <param name="PersonId">The person.</param>
/// <param name="FirstReviewOn">Date of the first review of a penalty ever; null if this would be the first.</param>
/// <param name="QualifiedOn">Date of the national legal profession qualification (法律职业资格); null if none.</param>
/// <param name="QualificationNumber">Its number; null if none.</param>
public sealed record Reviewer(Guid PersonId, DateOnly? FirstReviewOn, DateOnly? QualifiedOn = null, string? QualificationNumber = null);

/// <summary>Who may review a case. 行政处罚法 第五十八条第二款; 国办发〔2018〕118号 四、（二）.</summary>
public static class ReviewerRules
{
    /// <summary>Persons who first review on this day or later need the qualification (初次从事法制审核): the clause has been in force since then.</summary>
    public static readonly DateOnly QualificationFrom = new(2018, 1, 1);

    /// <summary>Least number of reviewers per hundred officers.</summary>
    public const int ReviewersPerHundredOfficers = 5;

    /// <summary>Working days for a review; default of the parameter <c>review.days</c>.</summary>
    public const int DefaultDays = 5;

    /// <summary>Further working days of an extension; default of the parameter <c>review.extension</c>.</summary>
    public const int DefaultExtensionDays = 3;

    /// <summary>A required qualification is missing.</summary>
    public static readonly DomainError Unqualified = new(
        "legal-review.reviewer-unqualified",
        "APL-58-3",
        ErrorKind.RuleBroken,
        "初次从事行政处罚决定法制审核的人员，应当取得国家统一法律职业资格",
        PenaltyLaw.At("第五十八条第二款")
    );

    /// <summary>The reviewer investigated the case or kept its records.</summary>
    public static readonly DomainError NotIndependent = new(
        "legal-review.reviewer-not-independent",
        "APL-58-4",
        ErrorKind.RuleBroken,
        "本案调查、记录人员不得担任本案的法制审核人员",
        ThreeSystemsCircular.At("四、（二）")
    );

    /// <summary>Why a reviewer may not be assigned a case on the day: a required qualification is missing; null if it is present or not required.</summary>
    /// <param name="assignedOn">Legal date of the assignment.</param>
    [StatutoryRule("APL-58-3")]
    public static DomainException? WhyUnqualified(Reviewer reviewer, DateOnly assignedOn)
    {
        if ((reviewer.FirstReviewOn ?? assignedOn) < QualificationFrom)
            return null;
        return reviewer.QualifiedOn is { } since && since <= assignedOn
            ? null
            : Unqualified.With(
                reviewer.QualifiedOn is null ? "没有法律职业资格" : $"法律职业资格取得于 {reviewer.QualifiedOn:yyyy-MM-dd}，晚于指派",
                "另行指派审核人员"
            );
    }

    /// <summary>Refuses a reviewer who needs the qualification and did not have it on the day.</summary>
    /// <param name="assignedOn">Legal date of the assignment.</param>
    /// <exception cref="DomainException"><see cref="Unqualified"/>.</exception>
    public static void EnsureQualified(Reviewer reviewer, DateOnly assignedOn)
    {
        if (WhyUnqualified(reviewer, assignedOn) is { } why)
            throw why;
    }

    /// <summary>Refuses a reviewer who investigated the case or kept its records.</summary>
    /// <param name="investigators">Persons who investigated.</param>
    /// <param name="recorders">Persons who kept records of the case, auxiliary staff as well.</param>
    /// <exception cref="DomainException"><see cref="NotIndependent"/>.</exception>
    public static void EnsureIndependent(Guid reviewer, IEnumerable<Guid> investigators, IEnumerable<Guid> recorders)
    {
        if (investigators.Concat(recorders).Contains(reviewer))
            throw NotIndependent.With("审核人员参与了本案调查或者记录", "另行指派审核人员");
    }

    /// <summary>Deadline of the review.</summary>
    /// <param name="days">Number set by the place (<c>review.days</c>) or by the row of the catalogue.</param>
    /// <param name="extensionDays">Further days of an approved extension (<c>review.extension</c>); 0 for none.</param>
    /// <param name="from">The start event, in Chinese.</param>
    [StatutoryRule("REV-TIME")]
    public static Deadline Due(
        DateOnly submittedOn,
        WorkingCalendar calendar,
        int days = DefaultDays,
        int extensionDays = 0,
        string from = "收到审核材料"
    ) =>
        Deadline.From(
            new(
                "REV-TIME",
                "法制审核",
                TimeLimit.WorkingDays(checked(days + extensionDays)),
                PenaltyLaw.At("第五十八条"),
                DeadlineFor.AgencyPower,
                from
            ),
            submittedOn,
            calendar
        );

    /// <summary>Fewest reviewers of an organ: five in a hundred of its enforcement staff, rounded up, one at least (不少于本单位执法人员总数的5%).</summary>
    [StatutoryRule("REV-STAFF")]
    public static int AtLeast(int enforcementStaff) =>
        Math.Max(1, checked((int)((Math.Max(0L, enforcementStaff) * ReviewersPerHundredOfficers + 99) / 100)));
}
