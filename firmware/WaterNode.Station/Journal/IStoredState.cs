using WaterNode.Station.Wire;

namespace WaterNode.Station.Journal
{
    /// <summary>What is small, changes at every wake-up and must survive deep sleep and a power cut. See <see cref="StateFile"/>.</summary>
    public interface IStoredState
    {
        /// <summary>The generation that it belongs to; 0 when it belongs to none.</summary>
        uint Generation { get; }

        /// <summary>Up to <see cref="FrameCodec.BodyBytesMax"/> bytes.</summary>
        void Write(ByteWriter writer);

        /// <returns>False when another version wrote it; the content means nothing then.</returns>
        bool TryRead(ByteReader reader);
    }
}
