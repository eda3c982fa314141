using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Publicity;

/// <summary>What the clerk confirms (公示确认).</summary>
/// <param name="SeenSha256">SHA-256 of the copy that the clerk saw.</param>
/// <param name="CreditClass">Class for the credit sites; null if the item imposes no penalty.</param>
/// <param name="DisplayUntil">Last day of display; null if it has no end.</param>
/// <param name="AdultBecause">How it was found that the party is of age; null if the file shows it.</param>
/// <param name="PersonId">The clerk.</param>
/// <param name="At">When.</param>
public sealed record Confirmation(
    string SeenSha256,
    CreditClass? CreditClass,
    DateOnly? DisplayUntil,
    string? AdultBecause,
    Guid PersonId,
    DateTimeOffset At
);

public sealed partial class PublicationItem
{
    /// <summary>The decision was served on the party (送达): what waited for it waits for the clerk, and is due on that day at the earliest. A second service changes nothing.</summary>
    public void Serve(DateOnly on)
    {
        if (ServedOn is not null)
            return;
        ServedOn = on;
        DueOn = on > LegalDueOn ? on : LegalDueOn;
        if (State is PublicationState.WaitingForService)
            State = PublicationState.ToConfirm;
        Version++;
    }

    /// <summary>Publishes exactly the copy that the clerk saw (确认公示). A decision whose display is over already is entered as published, and its display ends at once.</summary>
    /// <exception cref="DomainException"><see cref="PublicityErrors.Minor"/>, <see cref="PublicityErrors.NotServed"/>, <see cref="PublicityErrors.NotOpen"/>,
    /// <see cref="PublicityErrors.Unanswered"/>, <see cref="PublicityErrors.MaskingFailed"/> or <see cref="PublicityErrors.CopyChanged"/>.</exception>
    public void Publish(DraftCopy draft, Confirmation confirmation)
    {
        if (WithholdingGround is Publicity.WithholdingGround.Minor)
            throw PublicityErrors.Minor.With($"公示事项 {Id} 只计入统计");
        if (State is PublicationState.WaitingForService || ServedOn > LegalDate.Of(confirmation.At))
            throw PublicityErrors.NotServed.With($"{Number} 的送达尚未完成", "送达后再确认公示");
        EnsureIn(PublicationState.ToConfirm);
        EnsureShowable(draft, confirmation.SeenSha256);
        Show(draft);
        (State, PublishedAt, PublishedOn) = (PublicationState.Published, confirmation.At, LegalDate.Of(confirmation.At));
        (PublishedBy, CreditClass, DisplayUntil) = (confirmation.PersonId, confirmation.CreditClass, confirmation.DisplayUntil);
        Enter(
            "decision-published",
            confirmation.At,
            Evidence().Add("dueOn", DueOn).Add("creditClass", CreditClass).Add("displayUntil", DisplayUntil),
            confirmation.AdultBecause is { } adult ? new RecordFields().Add("adultBecause", adult) : null
        );
        Expire(confirmation.At);
    }

    /// <summary>Corrects what is shown (更正公示), on objection or because something was overlooked.</summary>
    /// <exception cref="DomainException"><see cref="PublicityErrors.NotOpen"/>, <see cref="PublicityErrors.Unanswered"/>, <see cref="PublicityErrors.MaskingFailed"/> or
    /// <see cref="PublicityErrors.CopyChanged"/>.</exception>
    [StatutoryRule("PUB-CORR")]
    public void Correct(DraftCopy draft, string seenSha256, string reason, DateTimeOffset at)
    {
        EnsureIn(PublicationState.Published);
        EnsureShowable(draft, seenSha256);
        var before = CopySha256;
        Show(draft);
        CorrectedAt = at;
        Enter("publication-corrected", at, Evidence().Add("beforeSha256", before), new RecordFields().Add("reason", reason));
    }

    /// <summary>A clerk asks that the decision be withheld (提出不公开).</summary>
    /// <exception cref="DomainException"><see cref="PublicityErrors.GroundNotYours"/> or <see cref="PublicityErrors.NotOpen"/>.</exception>
    public void AskToWithhold(WithholdingGround ground, string reason, Guid personId, DateTimeOffset at)
    {
        if (ground is Publicity.WithholdingGround.Minor)
            throw PublicityErrors.GroundNotYours.With($"“{ground.Term()}”").At("/ground");
        EnsureIn(PublicationState.WaitingForService, PublicationState.ToConfirm);
        (State, WithholdingGround, WithholdingReason) = (PublicationState.ToWithhold, ground, reason);
        WithholdingAskedBy = personId;
        Enter("publication-withholding-asked", at, Ground(), new RecordFields().Add("reason", reason));
    }

    /// <summary>The head approves that the decision is withheld, or sends it back to the clerk (审批不公开).</summary>
    /// <exception cref="DomainException"><see cref="PublicityErrors.NotOpen"/> or <see cref="PublicityErrors.OwnRequest"/>.</exception>
    public void DecideWithholding(bool approved, Guid personId, DateTimeOffset at)
    {
        EnsureIn(PublicationState.ToWithhold);
        if (WithholdingAskedBy == personId)
            throw PublicityErrors.OwnRequest.With("当前人员提出了不公开", "由其他负责人审批");
        Enter(approved ? "publication-withheld" : "publication-withholding-refused", at, Ground());
        if (approved)
        {
            (State, WithheldBy, WithheldAt) = (PublicationState.Withheld, personId, at);
            return;
        }
        State = ServedOn is null ? PublicationState.WaitingForService : PublicationState.ToConfirm;
        (WithholdingGround, WithholdingReason, WithholdingAskedBy) = (null, null, null);
    }

    /// <summary>The decision was changed, revoked, or found unlawful or invalid: a page is taken down at once, and what was not published yet never is. 行政处罚法 第四十八条第二款.</summary>
    /// <param name="publicReason">Reason as it may be shown; null if the clerk must state it.</param>
    /// <param name="effectiveOn">Day on which the result took effect.</param>
    /// <param name="withdrawBy">Last day for taking the page down and stating the reason.</param>
    /// <param name="at">When it is entered.</param>
    public void DecisionEnded(TakedownGround ground, string? publicReason, DateOnly effectiveOn, DateOnly withdrawBy, DateTimeOffset at)
    {
        if (State is PublicationState.Lapsed || (State is PublicationState.Withdrawn && !WasShown))
            return;
        var wasShown = WasShown;
        (EndedOn, WithdrawalGround) = (effectiveOn, ground);
        if (!wasShown)
        {
            State = State is PublicationState.Withheld ? State : PublicationState.Lapsed;
            Version++;
            return;
        }
        // a page that was taken down for what it showed stays down since that day, and now says what became of its decision
        (State, WithdrawalReason, WithdrawnAt, WithdrawBy) = (PublicationState.Withdrawn, publicReason, WithdrawnAt ?? at, withdrawBy);
        Enter("publication-withdrawn", at, Evidence().Add("ground", ground).Add("effectiveOn", effectiveOn).Add("withdrawBy", withdrawBy));
    }

    /// <summary>A clerk takes the page down because it shows what it must not (撤回公示), or states the reason of a page that was taken down (公开说明理由).</summary>
    /// <param name="reason">Reason as the public sees it.</param>
    /// <exception cref="DomainException"><see cref="PublicityErrors.NotOpen"/> or <see cref="PublicityErrors.ReasonNotPublic"/>.</exception>
    public void Withdraw(string reason, DateTimeOffset at)
    {
        if (State is not PublicationState.Published && !(State is PublicationState.Withdrawn && WithdrawalReason is null))
            throw NotOpen();
        if (!TextMask.Apply(reason, new()).IsUntouched())
            throw PublicityErrors.ReasonNotPublic.With("理由会在公示页面显示，不得写明姓名、号码、住址", "改写后重试").At("/reason");
        WithdrawalReason = reason;
        if (State is PublicationState.Withdrawn)
        {
            Enter("withdrawal-reason-stated", at, Evidence().Add("reason", reason));
            return;
        }
        (State, WithdrawnAt, WithdrawalGround) = (PublicationState.Withdrawn, at, TakedownGround.Improper);
        Enter("publication-withdrawn", at, Evidence().Add("ground", WithdrawalGround).Add("reason", reason));
    }

    /// <summary>Display ends with its longest period (公示期满).</summary>
    /// <returns>Whether it ended now.</returns>
    public bool Expire(DateTimeOffset now)
    {
        if (StateOn(LegalDate.Of(now)) == State)
            return false;
        State = PublicationState.Expired;
        Enter("publication-expired", now, Evidence().Add("displayUntil", DisplayUntil));
        return true;
    }

    private static void EnsureClear(DraftCopy draft)
    {
        if (draft.Leaks.Count > 0)
            throw PublicityErrors.MaskingFailed.With(
                $"仍有{string.Join("、", draft.Leaks.Select(l => l.Kind.Term()).Distinct(StringComparer.Ordinal))}",
                "在 also 中指明须隐去的内容"
            );
        var open = draft.Findings.Count(f => f.IsOpen);
        if (open > 0)
            throw PublicityErrors.Unanswered.With($"还有 {open} 处没有处理", "对每一处选择隐去（hide）或者保留（show）").At("/hide");
    }

    private static void EnsureShowable(DraftCopy draft, string seenSha256)
    {
        EnsureClear(draft);
        if (!string.Equals(draft.Sha256, seenSha256, StringComparison.OrdinalIgnoreCase))
            throw PublicityErrors.CopyChanged.With("案件或者所选的处理方式在查看之后有变化", "重新预览后再确认").At("/copySha256");
    }

    private void EnsureIn(params ReadOnlySpan<PublicationState> states)
    {
        if (!states.Contains(State))
            throw NotOpen();
    }

    private DomainException NotOpen() => PublicityErrors.NotOpen.With($"当前状态为“{State.Term()}”");

    private void Show(DraftCopy draft)
    {
        Copy = draft.Copy.Write();
        CopySha256 = PublicCopy.HashOf(Copy);
    }

    /// <summary>What proves a publication (公示留痕): which page, which decision, which content. 行政处罚法 第四十七条.</summary>
    [StatutoryRule("PUB-ELEC")]
    private RecordFields Evidence() =>
        new RecordFields().Add("publication", Id).Add("number", Number).Add("page", Code).Add("copySha256", CopySha256);

    private RecordFields Ground() => new RecordFields().Add("publication", Id).Add("number", Number).Add("ground", WithholdingGround);

    private void Enter(string type, DateTimeOffset at, RecordFields clear, RecordFields? @sealed = null)
    {
        Version++;
        Record(new RecordDraft(type, at, clear, @sealed));
    }
}
