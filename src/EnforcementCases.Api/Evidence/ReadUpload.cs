using MediatR;

namespace EnforcementCases.Api.Evidence;

/// <summary>Shows how much of an upload is stored, and the receipt once all of it is. <c>HEAD</c> answers the same in headers.</summary>
/// <param name="Id">The upload.</param>
public sealed record ReadUploadQuery(Guid Id) : IRequest<UploadView>;

internal sealed class ReadUploadHandler(OwnUploads uploads) : IRequestHandler<ReadUploadQuery, UploadView>
{
    public async Task<UploadView> Handle(ReadUploadQuery request, CancellationToken cancellationToken) =>
        await uploads.ShowAsync(await uploads.FindAsync(request.Id, cancellationToken), cancellationToken);
}
