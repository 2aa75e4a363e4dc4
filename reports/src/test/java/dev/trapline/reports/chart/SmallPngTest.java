package dev.trapline.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class SmallPngTest {
    private static final int WIDTH = 37;
    private static final int HEIGHT = 23;

    @Test
    void aPictureOfFewColoursIsReadAsItWas() throws IOException {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                picture.setRGB(x, y, 0x040302 * random.nextInt(64));
            }
        }

        assertThat(read(picture)).containsExactly(pixels(picture));
    }

    @Test
    void whatIsDrawnIsReadAsItWas() throws IOException {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(new Color(0x332288));
        graphics.fillRect(3, 3, 9, 9);
        graphics.setColor(Color.BLACK);
        graphics.drawLine(0, 0, 20, 20);
        graphics.dispose();

        assertThat(read(picture)).containsExactly(pixels(picture)).contains(0xffffffff, 0xff332288, 0xff000000);
    }

    @Test
    void ofManyColoursTheFrequentStayAndTheRestBecomesTheNearest() throws IOException {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                picture.setRGB(x, y, y < 3 ? 0xf00000 + y * WIDTH + x : 0x010000 * (y + x % 3));
            }
        }

        int[] was = pixels(picture);
        int[] is = read(picture);
        assertThat(Arrays.copyOfRange(is, 3 * WIDTH, is.length)).containsExactly(Arrays.copyOfRange(was, 3 * WIDTH, was.length));
        assertThat(Arrays.stream(is).distinct().count()).isLessThanOrEqualTo(64);
    }

    private static int[] read(BufferedImage picture) throws IOException {
        return pixels(ImageIO.read(new ByteArrayInputStream(SmallPng.of(picture))));
    }

    private static int[] pixels(BufferedImage picture) {
        return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }
}
