using WaterNode.Station.Ports;

namespace WaterNode.Station.Tests.Starting;

/// <summary>A flash whose file system cannot be read: every access throws, as on the device.</summary>
internal sealed class DeadFlash : IFlash, IAppendFile
{
    public int Length => throw new IOException();

    public long FreeBytes => throw new IOException();

    public IAppendFile Open(string name) => this;

    public string[] List() => throw new IOException();

    public bool Delete(string name) => throw new IOException();

    public bool Append(byte[] buffer, int offset, int count) => throw new IOException();

    public int Read(int position, byte[] buffer, int offset, int count) => throw new IOException();
}
