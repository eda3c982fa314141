using System.Text.Json.Serialization;
using EnforcementCases.Api.Personnel;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Inspections;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Text;
using EnforcementCases.Persistence;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Web;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Inspections;

/// <summary>Enters an object in the register of objects of checks (检查对象名录).</summary>
/// <param name="Kind">Kind; never a citizen.</param>
/// <param name="Name">Name.</param>
/// <param name="Address">Address.</param>
/// <param name="Category">Category of objects, such as 餐饮经营.</param>
/// <param name="DoneAt">When it was entered, as stated by the caller.</param>
/// <param name="CreditCode">Credit code; optional.</param>
/// <param name="CheckDigitOverrideReason">Why a credit code with a wrong check character is accepted, five characters or more; default: it is refused. At most 300 characters.</param>
public sealed record EnterCheckObjectCommand(
    PartyKind Kind,
    string Name,
    string Address,
    string Category,
    DateTimeOffset DoneAt,
    string? CreditCode = null,
    string? CheckDigitOverrideReason = null
) : ICommand<CheckObjectView>, IInspectionAct;

/// <summary>Takes an object off the register (移出名录).</summary>
/// <param name="From">First day on which it is no longer on the register.</param>
/// <param name="Reason">Why; at most 300 characters.</param>
/// <param name="DoneAt">When it was entered, as stated by the caller.</param>
public sealed record DelistCheckObjectCommand(DateOnly From, string Reason, DateTimeOffset DoneAt)
    : ICommand<CheckObjectView>,
        IChangesVersion,
        IInspectionAct
{
    /// <summary>The object, from the route.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }
}

/// <summary>Lists the register of objects, newest entry first.</summary>
/// <param name="Category">Only objects of this category; all if omitted.</param>
/// <param name="Listed">True lists only objects that are on the register today; default: false.</param>
/// <param name="Cursor">Value of <c>next</c> of the page before; the first page if omitted.</param>
/// <param name="Limit">1 to 200; default 50.</param>
public sealed record ListCheckObjectsQuery(string? Category = null, bool? Listed = null, string? Cursor = null, int? Limit = null)
    : IRequest<Page<CheckObjectView>>;

/// <summary>An object of checks.</summary>
/// <param name="Id">The object.</param>
/// <param name="Version">Its version.</param>
/// <param name="OrganId">The street or town.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Name">Name.</param>
/// <param name="CreditCode">Credit code; null if not known.</param>
/// <param name="Address">Address.</param>
/// <param name="Category">Category.</param>
/// <param name="DelistedOn">First day on which it is no longer on the register; null if it still is.</param>
/// <param name="DelistedBecause">Why it left the register; null if it did not.</param>
public sealed record CheckObjectView(
    Guid Id,
    int Version,
    Guid OrganId,
    PartyKind Kind,
    string Name,
    string? CreditCode,
    string Address,
    string Category,
    DateOnly? DelistedOn,
    string? DelistedBecause
) : IVersioned
{
    internal static CheckObjectView Of(CheckObject o) =>
        new(o.Id, o.Version, o.OrganId, o.Kind, o.Name, o.CreditCode, o.Address, o.Category, o.DelistedOn, o.DelistedBecause);
}

/// <summary>Enters an interest of an officer in an object (利害关系登记).</summary>
/// <param name="ObjectId">The object.</param>
/// <param name="OfficerId">The officer.</param>
/// <param name="Tie">What the interest is; at most 200 characters.</param>
/// <param name="From">First day.</param>
/// <param name="DoneAt">When it was entered, as stated by the caller.</param>
public sealed record EnterOfficerInterestCommand(Guid ObjectId, Guid OfficerId, string Tie, DateOnly From, DateTimeOffset DoneAt)
    : ICommand<OfficerInterestView>,
        IInspectionAct;

/// <summary>Enters that an interest ended (利害关系消除).</summary>
/// <param name="LastDay">Its last day, inclusive.</param>
/// <param name="DoneAt">When it was entered, as stated by the caller.</param>
public sealed record EndOfficerInterestCommand(DateOnly LastDay, DateTimeOffset DoneAt)
    : ICommand<OfficerInterestView>,
        IChangesVersion,
        IInspectionAct
{
    /// <summary>The interest, from the route.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }
}

/// <summary>Lists interests of officers in objects, newest entry first.</summary>
/// <param name="ObjectId">Only interests in this object; all if omitted.</param>
/// <param name="OfficerId">Only interests of this officer; all if omitted.</param>
/// <param name="Cursor">Value of <c>next</c> of the page before; the first page if omitted.</param>
/// <param name="Limit">1 to 200; default 50.</param>
public sealed record ListOfficerInterestsQuery(Guid? ObjectId = null, Guid? OfficerId = null, string? Cursor = null, int? Limit = null)
    : IRequest<Page<OfficerInterestView>>;

/// <summary>An interest of an officer in an object.</summary>
/// <param name="Id">The interest.</param>
/// <param name="Version">Its version.</param>
/// <param name="ObjectId">The object.</param>
/// <param name="OfficerId">The officer.</param>
/// <param name="OfficerName">Name of the officer.</param>
/// <param name="Tie">What the interest is.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, inclusive; null if it has not ended.</param>
public sealed record OfficerInterestView(
    Guid Id,
    int Version,
    Guid ObjectId,
    Guid OfficerId,
    string OfficerName,
    string Tie,
    DateOnly From,
    DateOnly? To
) : IVersioned
{
    internal static OfficerInterestView Of(OfficerInterest i) =>
        new(i.Id, i.Version, i.ObjectId, i.PersonId, i.PersonName, i.Tie, i.From, i.To);
}

internal sealed class EnterCheckObjectValidator : AbstractValidator<EnterCheckObjectCommand>
{
    public EnterCheckObjectValidator()
    {
        RuleFor(c => c.Kind).IsInEnum();
        RuleFor(c => c.Name).NotEmpty().MaximumLength(Party.NameMaxLength);
        RuleFor(c => c.Address).NotEmpty().MaximumLength(CheckObject.AddressMaxLength);
        RuleFor(c => c.Category).NotEmpty().MaximumLength(CheckObject.CategoryMaxLength);
        RuleFor(c => c.CheckDigitOverrideReason).MaximumLength(CheckObject.ReasonMaxLength);
    }
}

internal sealed class DelistCheckObjectValidator : AbstractValidator<DelistCheckObjectCommand>
{
    public DelistCheckObjectValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(CheckObject.ReasonMaxLength);
}

internal sealed class EnterOfficerInterestValidator : AbstractValidator<EnterOfficerInterestCommand>
{
    public EnterOfficerInterestValidator() => RuleFor(c => c.Tie).NotEmpty().MaximumLength(OfficerInterest.TieMaxLength);
}

internal sealed class CheckObjectHandler(AppDbContext db, InspectionDesk desk, SequenceSource sequence)
    : IRequestHandler<EnterCheckObjectCommand, CheckObjectView>,
        IRequestHandler<DelistCheckObjectCommand, CheckObjectView>,
        IRequestHandler<ListCheckObjectsQuery, Page<CheckObjectView>>
{
    public async Task<CheckObjectView> Handle(EnterCheckObjectCommand request, CancellationToken cancellationToken)
    {
        await desk.EnsureDoneAsync(request, cancellationToken);
        var organ = await desk.OrganAsync(cancellationToken);
        var code = CodeOf(request);
        var today = desk.Today;
        if (
            code?.Value is { } known
            && await desk.Readable<CheckObject>()
                .AnyAsync(o => o.CreditCode == known && (o.DelistedOn == null || o.DelistedOn > today), cancellationToken)
        )
            throw InspectionErrors.AlreadyListed.With("名录中已有相同的统一社会信用代码").At("/creditCode");
        var @object = new CheckObject(
            Guid.CreateVersion7(request.DoneAt),
            sequence.Next(),
            organ,
            request.Kind,
            TextRules.Name(request.Name),
            code,
            TextRules.Line(request.Address),
            TextRules.Line(request.Category),
            InspectionDesk.Stated(request.CheckDigitOverrideReason),
            request.DoneAt
        );
        db.CheckObjects.Add(@object);
        return CheckObjectView.Of(@object);
    }

    private static CreditCode? CodeOf(EnterCheckObjectCommand request)
    {
        try
        {
            return request.CreditCode is { } typed ? CreditCode.Parse(typed, request.CheckDigitOverrideReason) : null;
        }
        catch (DomainException refusal)
        {
            throw refusal.At("/creditCode");
        }
    }

    public async Task<CheckObjectView> Handle(DelistCheckObjectCommand request, CancellationToken cancellationToken)
    {
        var @object = await desk.OpenAsync<CheckObject>(request, request.Id, cancellationToken);
        @object.Delist(request.From, TextRules.Paragraphs(request.Reason), request.DoneAt);
        return CheckObjectView.Of(@object);
    }

    public Task<Page<CheckObjectView>> Handle(ListCheckObjectsQuery request, CancellationToken cancellationToken)
    {
        var rows = desk.Readable<CheckObject>();
        if (request.Category is { } category)
            rows = rows.Where(o => o.Category == category);
        if (request.Listed is true)
        {
            var today = desk.Today;
            rows = rows.Where(o => o.DelistedOn == null || o.DelistedOn > today);
        }
        return InspectionDesk.PageAsync(rows, request.Cursor, request.Limit, CheckObjectView.Of, cancellationToken);
    }
}

internal sealed class OfficerInterestHandler(AppDbContext db, InspectionDesk desk, OfficerDirectory officers, SequenceSource sequence)
    : IRequestHandler<EnterOfficerInterestCommand, OfficerInterestView>,
        IRequestHandler<EndOfficerInterestCommand, OfficerInterestView>,
        IRequestHandler<ListOfficerInterestsQuery, Page<OfficerInterestView>>
{
    public async Task<OfficerInterestView> Handle(EnterOfficerInterestCommand request, CancellationToken cancellationToken)
    {
        await desk.EnsureDoneAsync(request, cancellationToken);
        var organ = await desk.OrganAsync(cancellationToken);
        var @object = await desk.OwnAsync<CheckObject>(request.ObjectId, cancellationToken);
        var officer = officers.Current.AtScene(request.OfficerId, organ.Path, LegalDate.Of(request.DoneAt));
        if (
            await desk.Readable<OfficerInterest>()
                .AnyAsync(i => i.ObjectId == @object.Id && i.PersonId == officer.PersonId && i.To == null, cancellationToken)
        )
            throw InspectionErrors.InterestKnown.With($"{officer.Name}").At("/officerId");
        var interest = new OfficerInterest(
            Guid.CreateVersion7(request.DoneAt),
            sequence.Next(),
            @object,
            officer.PersonId,
            officer.Name,
            TextRules.Line(request.Tie),
            request.From,
            request.DoneAt
        );
        db.OfficerInterests.Add(interest);
        return OfficerInterestView.Of(interest);
    }

    public async Task<OfficerInterestView> Handle(EndOfficerInterestCommand request, CancellationToken cancellationToken)
    {
        var interest = await desk.OpenAsync<OfficerInterest>(request, request.Id, cancellationToken);
        interest.End(request.LastDay, request.DoneAt);
        return OfficerInterestView.Of(interest);
    }

    public Task<Page<OfficerInterestView>> Handle(ListOfficerInterestsQuery request, CancellationToken cancellationToken)
    {
        var rows = desk.Readable<OfficerInterest>();
        if (request.ObjectId is { } @object)
            rows = rows.Where(i => i.ObjectId == @object);
        if (request.OfficerId is { } officer)
            rows = rows.Where(i => i.PersonId == officer);
        return InspectionDesk.PageAsync(rows, request.Cursor, request.Limit, OfficerInterestView.Of, cancellationToken);
    }
}
