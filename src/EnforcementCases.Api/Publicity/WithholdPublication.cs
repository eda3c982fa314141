using System.Text.Json.Serialization;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Publicity;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Publicity;

/// <summary>Asks that a decision be withheld (提出不公开); the head or a deputy decides.</summary>
/// <param name="Ground">Ground; a minor is found by the program alone.</param>
/// <param name="Reason">Why the ground applies here, for the file; at most 1,000 characters.</param>
public sealed record AskToWithholdCommand(WithholdingGround Ground, string Reason) : ICommand<PublicationDetail>, IChangesVersion
{
    /// <summary>The item, from the route.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }
}

/// <summary>Decides whether a decision is withheld (审批不公开). Never by the person who asked, nor by an officer of the case.</summary>
/// <param name="Approved">True withholds the decision; false sends it back to the clerk.</param>
public sealed record DecideWithholdingCommand(bool Approved) : ICommand<PublicationDetail>, IChangesVersion
{
    /// <summary>The item, from the route.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }
}

/// <summary>Takes a page down because it shows what it must not (撤回公示), or states to the public why a page was taken down whose decision was changed or fell.</summary>
/// <param name="Reason">Reason as the public sees it: no names, numbers or addresses; at most 1,000 characters.</param>
public sealed record WithdrawPublicationCommand(string Reason) : ICommand<PublicationDetail>, IChangesVersion
{
    /// <summary>The item, from the route.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }
}

internal sealed class AskToWithholdValidator : AbstractValidator<AskToWithholdCommand>
{
    public AskToWithholdValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(PublicationItem.ReasonMaxLength);
}

internal sealed class WithdrawPublicationValidator : AbstractValidator<WithdrawPublicationCommand>
{
    public WithdrawPublicationValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(PublicationItem.ReasonMaxLength);
}

internal sealed class WithholdPublicationHandler(PublicityDesk desk, CurrentUser user, TimeProvider clock)
    : IRequestHandler<AskToWithholdCommand, PublicationDetail>,
        IRequestHandler<DecideWithholdingCommand, PublicationDetail>,
        IRequestHandler<WithdrawPublicationCommand, PublicationDetail>
{
    public Task<PublicationDetail> Handle(AskToWithholdCommand request, CancellationToken cancellationToken) =>
        ChangeAsync(
            request.Id,
            request,
            (item, now) => item.AskToWithhold(request.Ground, request.Reason, user.PersonId, now),
            cancellationToken
        );

    public Task<PublicationDetail> Handle(DecideWithholdingCommand request, CancellationToken cancellationToken) =>
        ChangeAsync(request.Id, request, (item, now) => item.DecideWithholding(request.Approved, user.PersonId, now), cancellationToken);

    public Task<PublicationDetail> Handle(WithdrawPublicationCommand request, CancellationToken cancellationToken) =>
        ChangeAsync(request.Id, request, (item, now) => item.Withdraw(request.Reason, now), cancellationToken);

    private async Task<PublicationDetail> ChangeAsync(
        Guid id,
        object command,
        Action<PublicationItem, DateTimeOffset> change,
        CancellationToken ct
    )
    {
        var (item, _) = await desk.OpenAsync(id, command, ct);
        var now = clock.GetUtcNow();
        change(item, now);
        return PublicationDetail.Of(item, draft: null, [], LegalDate.Of(now));
    }
}
